package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price is not much worse than the market is, nor than it was over a span of time. A price that waits away from the market is no
 * danger and passes. Source: Regulation (EU) 2017/589, article 15(1)(a).
 */
public record PriceCollar(PriceRanges ranges) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Denied denied = checkPercent(inquiry);
        if (denied == null) {
            denied = checkAmount(inquiry);
        }
        return denied == null ? checkSpan(inquiry) : denied;
    }

    private static @Nullable Denied checkPercent(Inquiry inquiry) {
        Limit limit = inquiry.rules().tightest(LimitKind.PRICE_COLLAR_PERCENT);
        return limit == null
                ? null
                : held(
                        inquiry,
                        away(inquiry, inquiry.scale().multiply(limit.value()).movePointLeft(2)),
                        limit);
    }

    private static BigDecimal away(Inquiry inquiry, BigDecimal distance) {
        return inquiry.side() == Side.BUY
                ? inquiry.base().add(distance)
                : inquiry.base().subtract(distance);
    }

    private static @Nullable Denied checkAmount(Inquiry inquiry) {
        Limit limit = inquiry.rules().tightest(LimitKind.PRICE_COLLAR_AMOUNT);
        return limit == null ? null : held(inquiry, away(inquiry, limit.value()), limit);
    }

    private @Nullable Denied checkSpan(Inquiry inquiry) {
        Limit limit = inquiry.rules().tightest(LimitKind.PRICE_SPAN_PERCENT);
        if (limit == null) {
            return null;
        }
        PriceRanges.Range range =
                ranges.range(inquiry.contractId(), inquiry.now(), Objects.requireNonNull(limit.window()));
        if (range == null) {
            return null;
        }
        BigDecimal bound = worst(inquiry.side(), range.low(), range.high(), limit.value());
        return isWorse(inquiry.side(), inquiry.price(), bound)
                ? denied(DenialReason.PRICE_SPAN, inquiry, bound, limit)
                : null;
    }

    private static BigDecimal worst(Side side, BigDecimal low, BigDecimal high, BigDecimal percent) {
        return side == Side.BUY
                ? high.add(high.abs().multiply(percent).movePointLeft(2))
                : low.subtract(low.abs().multiply(percent).movePointLeft(2));
    }

    private static @Nullable Denied held(Inquiry inquiry, BigDecimal bound, Limit limit) {
        return isWorse(inquiry.side(), inquiry.price(), bound)
                ? denied(DenialReason.PRICE_COLLAR, inquiry, bound, limit)
                : null;
    }

    private static boolean isWorse(Side side, BigDecimal price, BigDecimal bound) {
        return side == Side.BUY ? price.compareTo(bound) > 0 : price.compareTo(bound) < 0;
    }

    private static Denied denied(DenialReason reason, Inquiry inquiry, BigDecimal bound, Limit limit) {
        return Denied.of(
                reason,
                "limitPrice",
                inquiry.price().toPlainString(),
                (inquiry.side() == Side.BUY ? "at most " : "at least ")
                        + bound.stripTrailingZeros().toPlainString() + ", " + LimitText.of(limit));
    }
}
