package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Bar;
import com.quanticity.ibkr.simulator.past.Units;
import java.util.ArrayList;
import java.util.List;

/** Bars of figures that are rates, not prices: volatilities and the fee of borrowing, 0.25 is 25 %. */
final class Rates {

    private static final int DAYS_OF_VOLATILITY = 30;
    private static final double TRADING_DAYS = 252;

    private Rates() {}

    /** One bar of the rate for each bar of the instrument. */
    static List<DatedBar> of(BarQuery query, List<DatedBar> prices) {
        List<DatedBar> rates = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            double rate = switch (query.kind()) {
                case FEE_RATE -> 0.0025;
                case OPTION_IMPLIED_VOLATILITY -> volatility(prices, i, query.size()) * 1.08;
                default -> volatility(prices, i, query.size());
            };
            rates.add(bar(prices.get(i), rate));
        }
        return rates;
    }

    /** The deviation of the changes of the last thirty bars, made yearly; too few bars take the range of each one. */
    private static double volatility(List<DatedBar> prices, int at, BarSize size) {
        int from = Math.max(0, at - DAYS_OF_VOLATILITY);
        double squares = 0;
        int changes = 0;
        for (int i = from; i <= at; i++) {
            Bar bar = prices.get(i).bar();
            long before = i == from ? bar.open() : prices.get(i - 1).bar().close();
            double change = StrictMath.log(bar.close() / (double) before);
            squares += change * change;
            changes++;
        }
        double barsOfDay = size.isIntraday() ? 23_400.0 / size.seconds() : 86_400.0 / size.seconds();
        return Math.sqrt(squares / changes * Math.max(barsOfDay, 1.0 / 30) * TRADING_DAYS);
    }

    private static DatedBar bar(DatedBar price, double rate) {
        Bar bar = price.bar();
        double wide = 1 + (bar.high() - bar.low()) / (double) bar.close();
        return new DatedBar(
                new Bar(
                        bar.start(),
                        Units.of(rate, 1),
                        Units.of(rate * wide, 1),
                        Units.of(rate / wide, 1),
                        Units.of(rate, 1),
                        0,
                        0,
                        bar.count()),
                price.date());
    }
}
