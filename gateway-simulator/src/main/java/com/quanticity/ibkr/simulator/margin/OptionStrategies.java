package com.quanticity.ibkr.simulator.margin;

import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the short options of one underlying into covered ones, spreads, straddles and uncovered ones, in this order, and
 * says what they require beyond the stock.
 *
 * <p>Source: FINRA Rule 4210(f)(2).
 */
final class OptionStrategies {

    private static final BigDecimal LEAST = new BigDecimal("0.10");
    private static final BigDecimal STOCK_MAINTENANCE = new BigDecimal("0.25");

    /** How far an ETF may lag behind its index and still cover it [A]. */
    private static final BigDecimal TRACKING = new BigDecimal("1.005");

    private final List<Leg> shorts = new ArrayList<>();
    private final List<Leg> longs = new ArrayList<>();
    private BigDecimal longStock = BigDecimal.ZERO;
    private BigDecimal shortStock = BigDecimal.ZERO;
    private BigDecimal required = BigDecimal.ZERO;
    private BigDecimal lessToKeep = BigDecimal.ZERO;

    OptionStrategies(List<Holding> sameUnderlying) {
        for (Holding holding : sameUnderlying) {
            switch (holding.product()) {
                case Option option -> (holding.isLong() ? longs : shorts).add(new Leg(option, holding));
                case Product.Stock stock -> addStock(holding);
                case Product.Future future -> {}
                case Product.FutureOption option -> {}
                case Product.Other other -> {}
            }
        }
    }

    private void addStock(Holding stock) {
        // shares count by their value: an index option is covered by the value of the ETF that tracks it
        if (stock.isLong()) {
            longStock = longStock.add(stock.value());
        } else {
            shortStock = shortStock.add(stock.value().abs());
        }
    }

    Requirement requirement() {
        open(Right.CALL).forEach(call -> longStock = cover(call, longStock));
        open(Right.PUT).forEach(put -> shortStock = cover(put, shortStock));
        spread();
        uncovered();
        return new Requirement(required, required.subtract(lessToKeep));
    }

    /** Lets stock of so much value cover the leg; what is left of the value. */
    private BigDecimal cover(Leg leg, BigDecimal stockValue) {
        BigDecimal valueOfOne = leg.price.multiply(leg.option.multiplier());
        if (valueOfOne.signum() == 0) {
            return stockValue;
        }
        BigDecimal coverable = stockValue
                .multiply(TRACKING)
                .divide(valueOfOne, 0, RoundingMode.DOWN)
                .min(leg.open);
        leg.open = leg.open.subtract(coverable);
        // the stock counts at most at the strike while the call is open, at least at the strike while the put is
        BigDecimal lost = leg.inTheMoney().multiply(coverable);
        required = required.add(lost);
        lessToKeep =
                lessToKeep.add(leg.option.right() == Right.CALL ? lost.multiply(STOCK_MAINTENANCE) : BigDecimal.ZERO);
        return stockValue.subtract(coverable.multiply(valueOfOne)).max(BigDecimal.ZERO);
    }

    private void spread() {
        List<Spread> possible = new ArrayList<>();
        for (Leg sold : shorts) {
            for (Leg bought : longs) {
                if (sold.isSpreadWith(bought)) {
                    possible.add(new Spread(sold, bought));
                }
            }
        }
        possible.sort(Comparator.comparing(Spread::maximumLoss));
        for (Spread spread : possible) {
            BigDecimal pairs = spread.sold.open.min(spread.bought.open);
            if (pairs.signum() > 0 && spread.maximumLoss().compareTo(spread.sold.uncovered()) < 0) {
                spread.sold.open = spread.sold.open.subtract(pairs);
                spread.bought.open = spread.bought.open.subtract(pairs);
                required = required.add(spread.maximumLoss().multiply(pairs));
            }
        }
    }

    private void uncovered() {
        List<Leg> calls = open(Right.CALL);
        List<Leg> puts = open(Right.PUT);
        for (Leg call : calls) {
            for (Leg put : puts) {
                BigDecimal pairs = call.open.min(put.open);
                if (pairs.signum() > 0) {
                    required = required.add(straddle(call, put).multiply(pairs));
                    call.open = call.open.subtract(pairs);
                    put.open = put.open.subtract(pairs);
                }
            }
        }
        for (Leg leg : shorts) {
            required = required.add(leg.uncovered().multiply(leg.open));
        }
    }

    private List<Leg> open(Right right) {
        return shorts.stream()
                .filter(leg -> leg.option.right() == right && leg.open.signum() > 0)
                .toList();
    }

    /** The greater of the two sides, and the premium of the other. */
    private static BigDecimal straddle(Leg call, Leg put) {
        return call.uncovered().compareTo(put.uncovered()) >= 0
                ? call.uncovered().add(put.premium())
                : put.uncovered().add(call.premium());
    }

    private record Spread(Leg sold, Leg bought) {

        BigDecimal maximumLoss() {
            BigDecimal gap = sold.option.right() == Right.CALL
                    ? bought.option.strike().subtract(sold.option.strike())
                    : sold.option.strike().subtract(bought.option.strike());
            return gap.max(BigDecimal.ZERO).multiply(sold.option.multiplier());
        }
    }

    private static final class Leg {

        private final Option option;
        private final BigDecimal price;
        private final BigDecimal premiumPrice;
        private BigDecimal open;

        Leg(Option option, Holding holding) {
            this.option = option;
            this.price = holding.underlyingPrice();
            this.premiumPrice = holding.price();
            this.open = holding.size();
        }

        boolean isSpreadWith(Leg bought) {
            return option.right() == bought.option.right()
                    && option.multiplier().compareTo(bought.option.multiplier()) == 0
                    && !bought.option.expiry().isBefore(option.expiry());
        }

        BigDecimal premium() {
            return premiumPrice.multiply(option.multiplier());
        }

        BigDecimal inTheMoney() {
            return option.inTheMoney(price).multiply(option.multiplier());
        }

        /** Premium and the greater of the reduced rate and the least, of one contract. */
        BigDecimal uncovered() {
            BigDecimal rate =
                    price.multiply(option.underlyingClass().uncoveredRate()).subtract(option.outOfTheMoney(price));
            BigDecimal base = option.right() == Right.CALL ? price : option.strike();
            return premium().add(rate.max(base.multiply(LEAST)).multiply(option.multiplier()));
        }
    }
}
