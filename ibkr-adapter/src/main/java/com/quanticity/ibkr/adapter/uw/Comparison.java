package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.model.market.UwPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outside price and what level 1 said at its stamp.
 *
 * @param reference level 1 price, null unless there was one
 * @param referenceAt when it was last seen at or before the stamp, null unless there was one
 * @param deviation of the outside price in basis points of level 1, with sign, two decimals; null unless compared
 */
record Comparison(
        UwPrice price,
        Verdict verdict,
        @Nullable BigDecimal reference,
        Reference.Rule rule,
        @Nullable Instant referenceAt,
        @Nullable BigDecimal deviation,
        Instant comparedAt) {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
    private static final int DECIMALS = 2;

    static Comparison of(UwPrice price, ReferenceTape tape, UwProperties rules, Instant now) {
        if (price.at().isAfter(now.plus(rules.ahead()))) {
            return without(price, Verdict.AHEAD, now);
        }
        return switch (tape.at(price.symbol(), price.at())) {
            case ReferenceTape.Found.Nothing() -> without(price, Verdict.NO_QUOTE, now);
            case ReferenceTape.Found.Before() -> without(price, Verdict.TOO_OLD, now);
            case ReferenceTape.Found.At(ReferenceTape.Stretch stretch) -> with(price, stretch, rules, now);
        };
    }

    private static Comparison with(UwPrice price, ReferenceTape.Stretch stretch, UwProperties rules, Instant now) {
        Reference reference = stretch.reference();
        Instant seen = stretch.seen().isAfter(price.at()) ? price.at() : stretch.seen();
        BigDecimal against = reference.price();
        if (against == null) {
            return new Comparison(price, Verdict.NO_PRICE, null, reference.rule(), seen, null, now);
        }
        Verdict verdict = !reference.isLive()
                ? Verdict.DELAYED
                : seen.plus(rules.quoteMaxAge()).isBefore(price.at()) ? Verdict.STALE : Verdict.COMPARED;
        return new Comparison(
                price,
                verdict,
                against,
                reference.rule(),
                seen,
                verdict == Verdict.COMPARED ? deviation(price.price(), against) : null,
                now);
    }

    private static Comparison without(UwPrice price, Verdict verdict, Instant now) {
        return new Comparison(price, verdict, null, Reference.Rule.NONE, null, null, now);
    }

    private static BigDecimal deviation(BigDecimal price, BigDecimal against) {
        return price.subtract(against).multiply(BASIS_POINTS).divide(against, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
