package com.quanticity.ibkr.simulator.past;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One interval of one series; prices in {@link Units}.
 *
 * @param start epoch second
 * @param volume shares or contracts traded; for quotes how often they changed
 * @param turnover sum of price times volume
 * @param count trades, or changes of the quote
 */
public record Bar(long start, long open, long high, long low, long close, long volume, long turnover, int count) {

    /** Price weighted by volume; the close when nothing was traded. */
    public BigDecimal average(int decimals) {
        return volume == 0
                ? Units.toDecimal(close)
                : Units.toDecimal(turnover).divide(BigDecimal.valueOf(volume), decimals, RoundingMode.HALF_UP);
    }

    public long averageUnits() {
        return volume == 0 ? close : turnover / volume;
    }

    /** The same interval with what follows. */
    public Bar and(Bar later) {
        return new Bar(
                start,
                open,
                Math.max(high, later.high),
                Math.min(low, later.low),
                later.close,
                volume + later.volume,
                turnover + later.turnover,
                count + later.count);
    }

    public Bar startingAt(long other) {
        return new Bar(other, open, high, low, close, volume, turnover, count);
    }
}
