package com.quanticity.ibkr.adapter.marketdata;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What level 1 data tells beside the quote. Prices are in contract currency; each component is null until the broker has told it under
 * the present request.
 *
 * @param open of the day
 * @param high of the day
 * @param low of the day
 * @param close of the last session that has ended
 * @param volume of the day in shares or contracts
 * @param vwap volume weighted average price of the day
 * @param lastTradeAt when the last trade was: to the millisecond with real-time volume, else to the second
 * @param lastExchange letter of the exchange of the last trade, empty when not given
 * @param lastSingleTrade whether one market maker filled the last trade
 * @param halted trading halt; {@link Halt#UNKNOWN} until told
 * @param shortable how easily the stock can be borrowed
 * @param shortableShares shares that can be borrowed
 * @param minTick smallest price increment of all
 * @param bboExchange key of the exchange letters, empty when not given
 * @param snapshotPermissions broker's code for what regulatory snapshots are allowed
 */
public record Level1Facts(
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal close,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal vwap,
        @Nullable Instant lastTradeAt,
        String lastExchange,
        @Nullable Boolean lastSingleTrade,
        Halt halted,
        @Nullable Shortable shortable,
        @Nullable BigDecimal shortableShares,
        @Nullable BigDecimal minTick,
        String bboExchange,
        @Nullable Integer snapshotPermissions) {

    /** Nothing told yet. */
    public static final Level1Facts NONE = new Level1Facts(
            null, null, null, null, null, null, null, "", null, Halt.UNKNOWN, null, null, null, "", null);

    /** Whether trading is halted. Source: wire specification, tick 49. */
    public enum Halt {
        UNKNOWN,
        NO,
        /** Halted for a general reason, such as pending news. */
        GENERAL,
        /** Halted because the price moved too fast. */
        VOLATILITY;

        boolean isHalted() {
            return this == GENERAL || this == VOLATILITY;
        }

        static Halt of(@Nullable BigDecimal code) {
            if (code == null) {
                return UNKNOWN;
            }
            return switch (code.intValue()) {
                case 0 -> NO;
                case 1 -> GENERAL;
                case 2 -> VOLATILITY;
                default -> UNKNOWN;
            };
        }
    }

    /** How easily a stock can be sold short. Source: wire specification, tick 46. */
    public enum Shortable {
        /** At least 1000 shares are there. */
        AVAILABLE,
        /** The broker may locate shares. */
        LOCATE,
        NOT_AVAILABLE;

        private static final BigDecimal IS_AVAILABLE = new BigDecimal("2.5");
        private static final BigDecimal IS_LOCATABLE = new BigDecimal("1.5");

        static Shortable of(BigDecimal code) {
            if (code.compareTo(IS_AVAILABLE) > 0) {
                return AVAILABLE;
            }
            return code.compareTo(IS_LOCATABLE) > 0 ? LOCATE : NOT_AVAILABLE;
        }
    }
}
