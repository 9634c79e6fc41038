package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.DayCount;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages within a window, and messages for each trade of the day. Cancels count for the ratios and are never denied. A ratio counts
 * from {@link #FEWEST} messages on. Source: Regulation (EU) 2017/589, article 15(1)(d); IB, order efficiency ratio.
 */
public record OrderTraffic(Activity activity) implements GateCheck {

    /** Below it a ratio says nothing. */
    static final int FEWEST = 50;

    private static final ScopeKind[] SCOPES = ScopeKind.values();

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        for (ScopeKind kind : SCOPES) {
            Denied denied = check(inquiry, kind);
            if (denied != null) {
                return denied;
            }
        }
        return null;
    }

    private @Nullable Denied check(Inquiry inquiry, ScopeKind kind) {
        Limit rate = inquiry.rules().find(kind, inquiry.isChange() ? LimitKind.CHANGES : LimitKind.SUBMITS);
        Limit efficiency = inquiry.rules().find(kind, LimitKind.ORDER_EFFICIENCY);
        Limit toTrade = inquiry.rules().find(kind, LimitKind.ORDER_TO_TRADE);
        if (rate == null && efficiency == null && toTrade == null) {
            return null;
        }
        RiskScope scope = scope(inquiry, kind);
        Denied denied = rate == null ? null : checkRate(inquiry, scope, rate);
        if (denied != null || (efficiency == null && toTrade == null)) {
            return denied;
        }
        DayCount today = activity.today(scope, inquiry.now());
        denied = checkRatio(today, today.tradedOrders() + 1, efficiency);
        return denied == null ? checkRatio(today, Math.max(1, today.executions()), toTrade) : denied;
    }

    private @Nullable Denied checkRate(Inquiry inquiry, RiskScope scope, Limit limit) {
        var window = Objects.requireNonNull(limit.window());
        int sent = inquiry.isChange()
                ? activity.changes(scope, inquiry.now(), window)
                : activity.submits(scope, inquiry.now(), window);
        return limit.value().compareTo(BigDecimal.valueOf(sent + 1L)) < 0
                ? Denied.of(DenialReason.MESSAGE_RATE, Integer.toString(sent + 1), LimitText.of(limit))
                : null;
    }

    private static @Nullable Denied checkRatio(DayCount today, int trades, @Nullable Limit limit) {
        int messages = today.messages() + 1;
        if (limit == null || messages < FEWEST) {
            return null;
        }
        BigDecimal allowed = limit.value().multiply(BigDecimal.valueOf(trades));
        return allowed.compareTo(BigDecimal.valueOf(messages)) < 0
                ? Denied.of(
                        DenialReason.ORDER_RATIO,
                        BigDecimal.valueOf(messages)
                                .divide(BigDecimal.valueOf(trades), MathContext.DECIMAL32)
                                .toPlainString(),
                        LimitText.of(limit))
                : null;
    }

    private static RiskScope scope(Inquiry inquiry, ScopeKind kind) {
        return switch (kind) {
            case FIRM -> RiskScope.FIRM;
            case DESK -> new RiskScope(kind, inquiry.rules().desk());
            case STRATEGY -> new RiskScope(kind, inquiry.order().strategy());
            case INSTRUMENT -> new RiskScope(kind, inquiry.contractId().toString());
            case USER -> new RiskScope(kind, inquiry.user().isBlank() ? RiskScope.EACH : inquiry.user());
        };
    }
}
