package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.Line;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The position in the contract stays within its limits whatever of the working orders fills; what a limit does not make worse passes.
 * Of a combination the positions are those of its legs, each of which is asked about by itself.
 * While the broker's positions are not known only what lowers an order passes.
 */
public record PositionLimits(Exposures exposures) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.more().signum() <= 0 || inquiry.isCombination()) {
            return null;
        }
        if (!exposures.arePositionsKnown()) {
            return Denied.of(DenialReason.POSITION_UNKNOWN, "", "");
        }
        Denied denied = check(inquiry, ScopeKind.INSTRUMENT, exposures.firmLine(inquiry.contractId()));
        return denied != null
                ? denied
                : check(
                        inquiry,
                        ScopeKind.STRATEGY,
                        exposures.strategyLine(inquiry.order().strategy(), inquiry.contractId()));
    }

    private static @Nullable Denied check(Inquiry inquiry, ScopeKind scope, Line before) {
        Line after = before.working(inquiry.side(), inquiry.more());
        Denied denied = held(inquiry, scope, LimitKind.POSITION_LONG, before.longest(), after.longest());
        if (denied == null) {
            denied = held(
                    inquiry,
                    scope,
                    LimitKind.POSITION_SHORT,
                    before.shortest().negate(),
                    after.shortest().negate());
        }
        return denied == null
                ? held(inquiry, scope, LimitKind.POSITION_NET, before.largest(), after.largest())
                : denied;
    }

    private static @Nullable Denied held(
            Inquiry inquiry, ScopeKind scope, LimitKind kind, BigDecimal before, BigDecimal after) {
        Limit limit = inquiry.rules().find(scope, kind);
        return limit != null && after.compareTo(limit.value()) > 0 && after.compareTo(before) > 0
                ? Denied.of(DenialReason.POSITION_LIMIT, "quantity", LimitText.of(after), LimitText.of(limit))
                : null;
    }
}
