package com.quanticity.ibkr.simulator.matching.price;

import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.matching.terms.Pegging;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The price at which an order takes part in the market, from its type and the quote of the moment.
 *
 * <p>Source: tws-wire orders.md, section 1. Where it names only the fields, the usual meaning is taken: a relative order
 * improves its own side by the offset, a passive one stays behind it; offsets from the midpoint and the far side make an
 * order less aggressive.
 */
public final class WorkingPrice {

    /** How far a protected order follows the market. */
    private static final BigDecimal PROTECTION = new BigDecimal("0.02");

    private WorkingPrice() {}

    /** How an order whose triggers are reached works now. */
    public static Working of(OrderTerms terms, Quote quote, Reference reference) {
        return switch (terms.type()) {
            case MARKET, STOP, TRAIL, MARKET_IF_TOUCHED, TRAIL_MARKET_IF_TOUCHED, MARKET_ON_CLOSE ->
                new Working.AtMarket();
            case LIMIT,
                    STOP_LIMIT,
                    TRAIL_LIMIT,
                    LIMIT_IF_TOUCHED,
                    TRAIL_LIMIT_IF_TOUCHED,
                    LIMIT_ON_CLOSE,
                    MARKET_TO_LIMIT,
                    BOX_TOP,
                    STOP_PROTECTED,
                    MARKET_PROTECTED,
                    SNAP_TO_MARKET,
                    LIMIT_THEN_MARKET ->
                terms.limit() == null ? new Working.AtMarket() : new Working.UpTo(discretionary(terms));
            case SNAP_TO_MIDPOINT, SNAP_TO_PRIMARY ->
                terms.limit() == null ? new Working.Idle() : new Working.Resting(terms.limit());
            case RELATIVE,
                    PASSIVE_RELATIVE,
                    MIDPRICE,
                    PEGGED_TO_MIDPOINT,
                    PEGGED_TO_BEST,
                    PEGGED_TO_MARKET,
                    PEGGED_TO_STOCK,
                    PEGGED_TO_BENCHMARK,
                    RELATIVE_THEN_MARKET,
                    RELATIVE_THEN_LIMIT,
                    VOLATILITY -> pegged(terms, quote, reference);
            case QUOTE, PRICE_FOR_VOLATILITY, DELTA_FOR_VOLATILITY, MARKET_FOR_VOLATILITY, STOCK_FOR_VOLATILITY ->
                new Working.Idle();
        };
    }

    private static BigDecimal discretionary(OrderTerms terms) {
        BigDecimal limit = terms.limit() == null ? BigDecimal.ZERO : terms.limit();
        return terms.side().moreAggressive(limit, terms.display().discretion());
    }

    private static Working pegged(OrderTerms terms, Quote quote, Reference reference) {
        return pegPrice(terms, quote, reference)
                .map(price -> capped(terms, onTick(price, quote.tick(), terms.side())))
                .<Working>map(Working.Resting::new)
                .orElseGet(Working.Idle::new);
    }

    private static BigDecimal capped(OrderTerms terms, BigDecimal price) {
        return terms.limit() == null ? price : terms.side().lessAggressive(price, terms.limit());
    }

    private static Optional<BigDecimal> pegPrice(OrderTerms terms, Quote quote, Reference reference) {
        Side side = terms.side();
        Pegging peg = terms.pegging();
        BigDecimal offset = peg.offsetOrZero();
        return switch (terms.type()) {
            case RELATIVE, RELATIVE_THEN_MARKET, RELATIVE_THEN_LIMIT ->
                quote.own(side).map(own -> side.moreAggressive(own, relativeOffset(peg, own)));
            case PASSIVE_RELATIVE ->
                quote.own(side)
                        .map(own -> side.moreAggressive(
                                own, relativeOffset(peg, own).negate()));
            case PEGGED_TO_MIDPOINT ->
                quote.midpoint()
                        .map(mid -> side.moreAggressive(
                                mid, midOffset(peg, mid, quote.tick()).negate()));
            case PEGGED_TO_BEST -> best(side, peg, quote);
            case PEGGED_TO_MARKET -> quote.opposite(side).map(far -> side.moreAggressive(far, offset.negate()));
            case PEGGED_TO_STOCK -> toStock(peg, quote, reference);
            case PEGGED_TO_BENCHMARK -> toBenchmark(peg, reference);
            case VOLATILITY -> peg.volatility() == null ? Optional.empty() : reference.optionPrice(peg.volatility());
            default -> quote.midpoint();
        };
    }

    private static BigDecimal relativeOffset(Pegging peg, BigDecimal own) {
        return peg.percentOffset() == null || peg.percentOffset().signum() == 0
                ? peg.offsetOrZero()
                : own.multiply(peg.percentOffset());
    }

    private static BigDecimal midOffset(Pegging peg, BigDecimal mid, BigDecimal tick) {
        boolean isWhole = mid.remainder(tick).signum() == 0;
        BigDecimal special = isWhole ? peg.wholeOffset() : peg.halfOffset();
        return special == null ? peg.offsetOrZero() : special;
    }

    /** Competes with its own side by an offset, never beyond the midpoint. */
    private static Optional<BigDecimal> best(Side side, Pegging peg, Quote quote) {
        BigDecimal compete = peg.competeOffset();
        BigDecimal mid = quote.midpoint().orElse(null);
        if (mid == null) {
            return Optional.empty();
        }
        if (compete == null) {
            return Optional.of(
                    side.moreAggressive(mid, midOffset(peg, mid, quote.tick()).negate()));
        }
        return quote.own(side).map(own -> side.lessAggressive(side.moreAggressive(own, compete), mid));
    }

    private static Optional<BigDecimal> toStock(Pegging peg, Quote quote, Reference reference) {
        BigDecimal stock = reference.underlying().orElse(null);
        BigDecimal start = peg.start() == null ? quote.midpoint().orElse(null) : peg.start();
        if (stock == null || start == null || isOutside(peg, stock)) {
            return Optional.empty();
        }
        BigDecimal from = peg.referencePrice() == null ? stock : peg.referencePrice();
        BigDecimal delta = peg.delta() == null ? BigDecimal.ZERO : peg.delta();
        // a delta is given in percent; fractions are taken as they are
        BigDecimal fraction = delta.compareTo(BigDecimal.ONE) > 0 ? delta.movePointLeft(2) : delta;
        return Optional.of(start.add(stock.subtract(from).multiply(fraction)));
    }

    private static Optional<BigDecimal> toBenchmark(Pegging peg, Reference reference) {
        BigDecimal benchmark = reference.benchmark(peg.reference()).orElse(null);
        BigDecimal step = peg.referenceChange();
        if (benchmark == null
                || step == null
                || step.signum() == 0
                || peg.start() == null
                || isOutside(peg, benchmark)) {
            return Optional.empty();
        }
        BigDecimal from = peg.referencePrice() == null ? benchmark : peg.referencePrice();
        BigDecimal change = peg.change() == null ? BigDecimal.ZERO : peg.change();
        BigDecimal moved =
                benchmark.subtract(from).divide(step, MathContext.DECIMAL64).multiply(change);
        return Optional.of(
                peg.isDecrease() ? peg.start().subtract(moved) : peg.start().add(moved));
    }

    private static boolean isOutside(Pegging peg, BigDecimal price) {
        boolean isBelow = peg.rangeLower() != null && price.compareTo(peg.rangeLower()) < 0;
        boolean isAbove =
                peg.rangeUpper() != null && peg.rangeUpper().signum() > 0 && price.compareTo(peg.rangeUpper()) > 0;
        return isBelow || isAbove;
    }

    /**
     * The limit an order gets at the moment it starts to work: the touch of a market-to-limit, the snapped price, the end
     * of a protected one's range; the terms as they are for every other type.
     */
    public static OrderTerms activated(OrderTerms terms, Quote quote) {
        Side side = terms.side();
        BigDecimal offset = terms.pegging().offsetOrZero();
        Optional<BigDecimal> limit = switch (terms.type()) {
            case MARKET_TO_LIMIT, BOX_TOP -> quote.opposite(side);
            case MARKET_PROTECTED, STOP_PROTECTED ->
                quote.opposite(side).map(far -> side.moreAggressive(far, far.multiply(PROTECTION)));
            case SNAP_TO_MARKET -> quote.opposite(side).map(far -> side.moreAggressive(far, offset.negate()));
            case SNAP_TO_PRIMARY -> quote.own(side).map(own -> side.moreAggressive(own, offset));
            case SNAP_TO_MIDPOINT -> quote.midpoint().map(mid -> side.moreAggressive(mid, offset.negate()));
            default -> Optional.empty();
        };
        return limit.map(price -> terms.withLimit(onTick(price, quote.tick(), side)))
                .orElse(terms);
    }

    /** The nearest price step on the passive side. */
    static BigDecimal onTick(BigDecimal price, BigDecimal tick, Side side) {
        RoundingMode away = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return price.divide(tick, 0, away).multiply(tick);
    }
}
