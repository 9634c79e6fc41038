package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Everything level 1 shows of one instrument at a moment.
 *
 * @param lastKnownBid the bid, or the last one there was
 * @param lastKnownAsk the ask, or the last one there was
 * @param last the last trade that counts as such, null before the first
 * @param open first price of the day, null before it
 * @param high highest price of the day, null before the first
 * @param low lowest price of the day, null before the first
 * @param close last price of the day before, null when not known
 * @param volume shares or contracts of the day
 * @param turnover money of the day
 * @param tradeCount trades of the day
 * @param auction what the coming auction would do, null when none is near
 */
public record TopOfMarket(
        BestPrice bid,
        BestPrice ask,
        BestPrice lastKnownBid,
        BestPrice lastKnownAsk,
        MarketEvent.@Nullable Trade last,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal close,
        BigDecimal volume,
        BigDecimal turnover,
        long tradeCount,
        HaltKind halt,
        MarketEvent.@Nullable Auction auction) {

    /** Volume-weighted price of the day, null before the first trade. */
    public @Nullable BigDecimal vwap() {
        return volume.signum() == 0 ? null : turnover.divide(volume, MathContext.DECIMAL64);
    }

    /** The same with the last known prices in place of those that are missing. */
    public TopOfMarket frozen() {
        return new TopOfMarket(
                lastKnownBid,
                lastKnownAsk,
                lastKnownBid,
                lastKnownAsk,
                last,
                open,
                high,
                low,
                close,
                volume,
                turnover,
                tradeCount,
                halt,
                auction);
    }
}
