package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same order was not sent just now. The rule of the strategy counts before that of the firm. Source: 15c3-5(c)(1)(ii). */
public record Duplicates(Activity activity) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Limit own = inquiry.rules().find(ScopeKind.STRATEGY, LimitKind.DUPLICATES);
        Limit limit = own != null ? own : inquiry.rules().find(ScopeKind.FIRM, LimitKind.DUPLICATES);
        if (limit == null || inquiry.isChange()) {
            return null;
        }
        int alike = activity.alike(inquiry.order(), inquiry.now(), Objects.requireNonNull(limit.window()));
        return alike > limit.value().intValue()
                ? Denied.of(DenialReason.DUPLICATE_IN_WINDOW, alike + " sent already", LimitText.of(limit))
                : null;
    }
}
