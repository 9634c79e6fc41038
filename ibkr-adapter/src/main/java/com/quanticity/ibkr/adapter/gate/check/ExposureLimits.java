package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Change;
import com.quanticity.ibkr.adapter.gate.exposure.Effect;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gross and net value of what is held and working, by strategy, desk and firm; what lowers it passes. Source: 15c3-5(c)(1)(i). */
public record ExposureLimits(Exposures exposures) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.more().signum() <= 0) {
            return null;
        }
        List<Effect> effects = inquiry.effects();
        Denied denied = check(inquiry, ScopeKind.FIRM, exposures.firm(effects));
        if (denied == null) {
            denied = check(
                    inquiry,
                    ScopeKind.STRATEGY,
                    exposures.strategies(List.of(inquiry.order().strategy()), effects));
        }
        String desk = inquiry.rules().desk();
        return denied != null || desk.isEmpty()
                ? denied
                : check(inquiry, ScopeKind.DESK, exposures.strategies(strategiesOf(inquiry, desk), effects));
    }

    private static List<String> strategiesOf(Inquiry inquiry, String desk) {
        return inquiry.limits().limits().desks().entrySet().stream()
                .filter(entry -> entry.getValue().equals(desk))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Denied check(Inquiry inquiry, ScopeKind scope, Change change) {
        Denied denied = held(
                inquiry,
                scope,
                LimitKind.GROSS_EXPOSURE,
                change.before().gross(),
                change.after().gross());
        return denied == null
                ? held(
                        inquiry,
                        scope,
                        LimitKind.NET_EXPOSURE,
                        change.before().net(),
                        change.after().net())
                : denied;
    }

    private static @Nullable Denied held(
            Inquiry inquiry, ScopeKind scope, LimitKind kind, BigDecimal before, BigDecimal after) {
        Limit limit = inquiry.rules().find(scope, kind);
        return limit != null && after.compareTo(limit.value()) > 0 && after.compareTo(before) > 0
                ? Denied.of(DenialReason.EXPOSURE_LIMIT, "quantity", LimitText.of(after), LimitText.of(limit))
                : null;
    }
}
