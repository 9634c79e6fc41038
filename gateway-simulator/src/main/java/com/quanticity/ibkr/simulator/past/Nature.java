package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingHours;

/**
 * How a made-up past behaves.
 *
 * @param dailyDeviation usual change of a day, 0.01 is 1 %
 * @param eventsPerMinute in regular hours on average
 * @param lot shares or contracts of a lot
 * @param lots usual lots of a trade
 * @param spreadTicks widest usual spread
 * @param tick price step in {@link Units}
 */
record Nature(double dailyDeviation, double eventsPerMinute, int lot, int lots, int spreadTicks, long tick) {

    private static final int MINUTES_OF_STOCKS = 390;

    static Nature of(Instrument instrument, double price, long seed) {
        double character = Chance.uniform(Chance.mix(seed, 3));
        long tick = instrument.tick();
        int spread = (int) Math.max(1, Math.round(price * 0.00012 * 1e6 / tick));
        return switch (instrument.securityType()) {
            case "CASH" -> new Nature(0.005, 12, 100_000, 10, spread, tick);
            case "FUT", "FOP", "CONTFUT" -> new Nature(0.011, 18, 1, 6, spread, tick);
            case "IND" -> new Nature(0.010, 20, 1, 1, spread, tick);
            case "CRYPTO" -> new Nature(0.030, 12, 1, 4, spread, tick);
            case "OPT" -> new Nature(0.080, 1.5, 1, 10, Math.max(2, spread * 4), tick);
            default -> new Nature(0.008 + 0.012 * character, 20 + 20 * character, 100, 6, spread, tick);
        };
    }

    /** How busy a minute of a session is compared with the average: stocks most at the open and the close. */
    static double activity(TradingHours hours, boolean isRegular, double sinceOpen) {
        if (!isRegular) {
            return 0.08;
        }
        return switch (hours) {
            case US_STOCKS, US_OPTIONS, US_INDEX_OPTIONS, US_INDICES -> {
                double fromMiddle = Math.abs(2 * sinceOpen / MINUTES_OF_STOCKS - 1);
                yield 0.6 + 1.6 * fromMiddle * fromMiddle * fromMiddle * fromMiddle;
            }
            case US_FUTURES, CURRENCIES, CRYPTO -> 1;
        };
    }
}
