package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.util.List;

/** Live prices: level 1, tick by tick, five-second bars, and the gateway's option calculator. */
public sealed interface MarketDataRequest extends GatewayRequest {

    /**
     * Starts level 1 data: {@link TickEvent.MarketDataTypeNotice} and {@link TickEvent.TickReqParams} in either order, then
     * ticks; for a snapshot {@link TickEvent.TickSnapshotEnd}.
     *
     * @param genericTickList comma separated generic tick ids, must be empty for a snapshot
     * @param mktDataOptions normally empty
     */
    record ReqMktData(
            int reqId,
            GatewayContract contract,
            String genericTickList,
            boolean snapshot,
            boolean regulatorySnapshot,
            List<TagValue> mktDataOptions)
            implements MarketDataRequest, WithId {

        public ReqMktData {
            mktDataOptions = List.copyOf(mktDataOptions);
        }

        /** A stream of the default ticks. */
        public static ReqMktData stream(int reqId, GatewayContract contract) {
            return new ReqMktData(reqId, contract, "", false, false, List.of());
        }

        /** The present ticks once. */
        public static ReqMktData snapshot(int reqId, GatewayContract contract) {
            return new ReqMktData(reqId, contract, "", true, false, List.of());
        }

        /** True for a snapshot of either sort: it ends by itself. */
        public boolean hasEnd() {
            return snapshot || regulatorySnapshot;
        }
    }

    record CancelMktData(int reqId) implements MarketDataRequest, WithId {}

    /** What later {@link ReqMktData} may deliver. No answer; forgotten at reconnect. */
    record ReqMarketDataType(MarketDataType marketDataType) implements MarketDataRequest {

        /** A gateway takes any number without complaint. Source: wire specification, behaviour 4. */
        public ReqMarketDataType {
            if (marketDataType == MarketDataType.UNKNOWN) {
                throw new IllegalArgumentException(
                        "no data type UNKNOWN can be asked for; take LIVE, FROZEN, DELAYED or DELAYED_FROZEN");
            }
        }
    }

    /**
     * Starts ticks without conflation, past ones first when asked for. One request an instrument in 15 seconds.
     *
     * @param numberOfTicks past ticks wanted, at most 1000; 0 = none
     * @param ignoreSize for {@link TickByTickType#BID_ASK}: drop updates that change nothing but a size
     */
    record ReqTickByTickData(
            int reqId, GatewayContract contract, TickByTickType tickType, int numberOfTicks, boolean ignoreSize)
            implements MarketDataRequest, WithId {}

    record CancelTickByTickData(int reqId) implements MarketDataRequest, WithId {}

    /**
     * Starts bars, one every five seconds.
     *
     * @param barSize only 5 has a meaning
     * @param whatToShow TRADES, MIDPOINT, BID or ASK
     * @param useRTH regular trading hours only
     */
    record ReqRealTimeBars(
            int reqId,
            GatewayContract contract,
            int barSize,
            WhatToShow whatToShow,
            boolean useRTH,
            List<TagValue> realTimeBarsOptions)
            implements MarketDataRequest, WithId {

        public ReqRealTimeBars {
            realTimeBarsOptions = List.copyOf(realTimeBarsOptions);
        }

        /** Five-second bars of the whole day. */
        public static ReqRealTimeBars of(int reqId, GatewayContract contract, WhatToShow whatToShow) {
            return new ReqRealTimeBars(reqId, contract, 5, whatToShow, false, List.of());
        }
    }

    record CancelRealTimeBars(int reqId) implements MarketDataRequest, WithId {}

    /**
     * Asks which exchanges the letters of a consolidated quote stand for.
     *
     * @param bboExchange as given in {@link TickEvent.TickReqParams}
     */
    record ReqSmartComponents(int reqId, String bboExchange) implements MarketDataRequest, WithId {}

    /** Asks for the implied volatility at an option's price, answered by an option computation of tick type 53. */
    record CalculateImpliedVolatility(
            int reqId,
            GatewayContract contract,
            BigDecimal optionPrice,
            BigDecimal underPrice,
            List<TagValue> impliedVolatilityOptions)
            implements MarketDataRequest, WithId {

        public CalculateImpliedVolatility {
            impliedVolatilityOptions = List.copyOf(impliedVolatilityOptions);
        }
    }

    record CancelCalculateImpliedVolatility(int reqId) implements MarketDataRequest, WithId {}

    /** Asks for an option's price at a volatility (0.25 is 25 %), answered by an option computation of tick type 53. */
    record CalculateOptionPrice(
            int reqId,
            GatewayContract contract,
            BigDecimal volatility,
            BigDecimal underPrice,
            List<TagValue> optionPriceOptions)
            implements MarketDataRequest, WithId {

        public CalculateOptionPrice {
            optionPriceOptions = List.copyOf(optionPriceOptions);
        }
    }

    record CancelCalculateOptionPrice(int reqId) implements MarketDataRequest, WithId {}
}
