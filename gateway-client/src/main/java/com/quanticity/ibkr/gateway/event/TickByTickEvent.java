package com.quanticity.ibkr.gateway.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every trade or quote change, one by one. As with {@link TickEvent.TickPrice}, numbers are held as digits and scale, so that a tick is
 * one object; {@link TickEvent.TickPrice#ABSENT} digits mean that there is no number.
 */
public sealed interface TickByTickEvent extends GatewayEvent, GatewayEvent.WithId {

    /** UTC, to the second. */
    long epochSecond();

    default Instant time() {
        return Instant.ofEpochSecond(epochSecond());
    }

    /**
     * A trade.
     *
     * @param tickTypeCode 1 last (as the consolidated tape counts it), 2 all last (odd lots and late reports too)
     * @param attributes bit 0 past limit, bit 1 unreported
     * @param specialConditions letters of the tape, empty for regular trades
     */
    record TickByTickAllLast(
            int reqId,
            int tickTypeCode,
            long epochSecond,
            long unscaledPrice,
            int priceScale,
            long unscaledSize,
            int sizeScale,
            int attributes,
            String exchange,
            String specialConditions)
            implements TickByTickEvent {

        /** Code of regular last trades. */
        public static final int LAST = 1;

        /** Code of all trades. */
        public static final int ALL_LAST = 2;

        /** In contract currency; null when there is none. */
        public @Nullable BigDecimal price() {
            return Digits.number(unscaledPrice, priceScale);
        }

        /** Shares or contracts; null when there is none. */
        public @Nullable BigDecimal size() {
            return Digits.number(unscaledSize, sizeScale);
        }

        public boolean isPastLimit() {
            return (attributes & 1) != 0;
        }

        /** Not part of the last price of the tape. */
        public boolean isUnreported() {
            return (attributes & 2) != 0;
        }
    }

    /**
     * A change of the best bid or offer.
     *
     * @param attributes bit 0 bid past low, bit 1 ask past high
     */
    record TickByTickBidAsk(
            int reqId,
            long epochSecond,
            long unscaledBidPrice,
            int bidPriceScale,
            long unscaledAskPrice,
            int askPriceScale,
            long unscaledBidSize,
            int bidSizeScale,
            long unscaledAskSize,
            int askSizeScale,
            int attributes)
            implements TickByTickEvent {

        /** In contract currency; null when there is none. */
        public @Nullable BigDecimal bidPrice() {
            return Digits.number(unscaledBidPrice, bidPriceScale);
        }

        /** In contract currency; null when there is none. */
        public @Nullable BigDecimal askPrice() {
            return Digits.number(unscaledAskPrice, askPriceScale);
        }

        /** Shares or contracts; null when there is none. */
        public @Nullable BigDecimal bidSize() {
            return Digits.number(unscaledBidSize, bidSizeScale);
        }

        /** Shares or contracts; null when there is none. */
        public @Nullable BigDecimal askSize() {
            return Digits.number(unscaledAskSize, askSizeScale);
        }

        public boolean isBidPastLow() {
            return (attributes & 1) != 0;
        }

        public boolean isAskPastHigh() {
            return (attributes & 2) != 0;
        }
    }

    record TickByTickMidPoint(int reqId, long epochSecond, long unscaledMidPoint, int midPointScale)
            implements TickByTickEvent {

        /** In contract currency; null when there is none. */
        public @Nullable BigDecimal midPoint() {
            return Digits.number(unscaledMidPoint, midPointScale);
        }
    }

    /**
     * A tick of a kind without fields (code 0) or of a kind later than this client; what follows is not read.
     *
     * @param tickTypeCode neither of 1, 2, 3, 4
     */
    record TickByTickOther(int reqId, int tickTypeCode, long epochSecond) implements TickByTickEvent {}
}
