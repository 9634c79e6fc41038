package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Level 1: top of book and everything that is subscribed together with it. */
public sealed interface TickEvent extends GatewayEvent, GatewayEvent.WithId {

    /**
     * One price, together with its size when the frame carries one (bid, ask and last, live and delayed): a quote never mixes a new
     * price with an old size. No separate {@link TickSize} is made of it; gateways repeat the size in one anyway.
     *
     * @param tickTypeCode wire code, see {@link #tickType()}
     * @param unscaledPrice digits of the price; read it with {@link #price()}
     * @param priceScale decimals of the price
     * @param unscaledSize digits of the size; read it with {@link #size()}
     * @param sizeScale decimals of the size
     * @param attributes bit 0 can auto-execute, bit 1 past limit, bit 2 pre-open
     */
    record TickPrice(
            int reqId,
            int tickTypeCode,
            long unscaledPrice,
            int priceScale,
            long unscaledSize,
            int sizeScale,
            int attributes)
            implements TickEvent {

        /** Digits of a number that is not there. */
        public static final long ABSENT = Long.MIN_VALUE;

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }

        public boolean hasPrice() {
            return unscaledPrice != ABSENT;
        }

        /** In contract currency; null when there is no price on this side. */
        public @Nullable BigDecimal price() {
            return hasPrice() ? BigDecimal.valueOf(unscaledPrice, priceScale) : null;
        }

        public boolean hasSize() {
            return unscaledSize != ABSENT;
        }

        /** Of this price, in shares or contracts; null when the frame carries none. */
        public @Nullable BigDecimal size() {
            return hasSize() ? BigDecimal.valueOf(unscaledSize, sizeScale) : null;
        }

        public boolean canAutoExecute() {
            return (attributes & 1) != 0;
        }

        public boolean isPastLimit() {
            return (attributes & 2) != 0;
        }

        public boolean isPreOpen() {
            return (attributes & 4) != 0;
        }
    }

    /**
     * One size.
     *
     * @param tickTypeCode wire code, see {@link #tickType()}
     * @param unscaledSize digits of the size; read it with {@link #size()}
     * @param sizeScale decimals of the size
     */
    record TickSize(int reqId, int tickTypeCode, long unscaledSize, int sizeScale) implements TickEvent {

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }

        public boolean hasSize() {
            return unscaledSize != TickPrice.ABSENT;
        }

        /** Shares or contracts; null when there is no value. */
        public @Nullable BigDecimal size() {
            return hasSize() ? BigDecimal.valueOf(unscaledSize, sizeScale) : null;
        }
    }

    /** A number that is neither price nor size; null when there is no value. */
    record TickGeneric(
            int reqId, int tickTypeCode, @Nullable BigDecimal value) implements TickEvent {
        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /** A text: timestamps, exchange letters, RTVolume. */
    record TickString(int reqId, int tickTypeCode, String value) implements TickEvent {
        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /**
     * Once for each market data request.
     *
     * @param minTick smallest price increment, null when not given
     * @param bboExchange key of the exchange letters, may be empty
     */
    record TickReqParams(int reqId, @Nullable BigDecimal minTick, String bboExchange, int snapshotPermissions)
            implements TickEvent {}

    /** All ticks of a snapshot have been delivered; the id is free. */
    record TickSnapshotEnd(int reqId) implements TickEvent {}

    /**
     * Callback {@code marketDataType}: how fresh the ticks that follow are.
     *
     * @param code 1 live, 2 frozen, 3 delayed, 4 delayed and frozen; others are kept
     */
    record MarketDataTypeNotice(int reqId, int code) implements TickEvent {
        public MarketDataType marketDataType() {
            return MarketDataType.ofWireCode(code);
        }
    }

    /**
     * Figures of an option model. Greeks and volatility are approximations and therefore doubles, {@code NaN} when not computed; prices
     * are exact, null when not computed.
     *
     * @param tickAttrib 0 return based, 1 price based; others are kept
     * @param impliedVol annualised, 0.2 = 20 %
     */
    record TickOptionComputation(
            int reqId,
            int tickTypeCode,
            int tickAttrib,
            double impliedVol,
            double delta,
            @Nullable BigDecimal optPrice,
            @Nullable BigDecimal pvDividend,
            double gamma,
            double vega,
            double theta,
            @Nullable BigDecimal undPrice)
            implements TickEvent {

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /**
     * Exchange for physical.
     *
     * @param holdDays days the position is held
     * @param futureLastTradeDate {@code YYYYMMDD}
     */
    record TickEfp(
            int reqId,
            int tickTypeCode,
            @Nullable BigDecimal basisPoints,
            String formattedBasisPoints,
            @Nullable BigDecimal impliedFuture,
            int holdDays,
            String futureLastTradeDate,
            @Nullable BigDecimal dividendImpact,
            @Nullable BigDecimal dividendsToLastTradeDate)
            implements TickEvent {

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /** Data of a CFD comes from its underlying: ask again for this contract. */
    record RerouteMktDataReq(int reqId, int conId, String exchange) implements TickEvent {}
}
