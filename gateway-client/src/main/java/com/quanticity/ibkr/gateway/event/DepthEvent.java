package com.quanticity.ibkr.gateway.event;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market depth. Rows hold numbers as digits and scale, as {@link TickEvent.TickPrice} does. */
public sealed interface DepthEvent extends GatewayEvent {

    /** A change of one row of a subscribed book. */
    sealed interface Row extends DepthEvent, WithId {

        /** Row, 0 = best. */
        int position();

        /** Wire code, see {@link #operation()}. */
        int operationCode();

        /** Wire code, see {@link #side()}. */
        int sideCode();

        long unscaledPrice();

        int priceScale();

        long unscaledSize();

        int sizeScale();

        default DepthOperation operation() {
            return DepthOperation.of(operationCode());
        }

        default DepthSide side() {
            return DepthSide.of(sideCode());
        }

        /** In contract currency; null when there is none. */
        default @Nullable BigDecimal price() {
            return Digits.number(unscaledPrice(), priceScale());
        }

        /** Shares or contracts; null when there is none. */
        default @Nullable BigDecimal size() {
            return Digits.number(unscaledSize(), sizeScale());
        }
    }

    /** A row without market maker. */
    record UpdateMktDepth(
            int reqId,
            int position,
            int operationCode,
            int sideCode,
            long unscaledPrice,
            int priceScale,
            long unscaledSize,
            int sizeScale)
            implements Row {}

    /**
     * A row with its market maker.
     *
     * @param marketMaker id of the market maker, or the exchange for SMART depth
     */
    record UpdateMktDepthL2(
            int reqId,
            int position,
            String marketMaker,
            int operationCode,
            int sideCode,
            long unscaledPrice,
            int priceScale,
            long unscaledSize,
            int sizeScale,
            boolean isSmartDepth)
            implements Row {}

    /** Exchanges that offer depth; the whole answer. */
    record MktDepthExchanges(List<DepthExchange> exchanges) implements DepthEvent {
        public MktDepthExchanges {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * One of them.
     *
     * @param serviceDataType {@code Deep} answers with rows without market maker, {@code Deep2} with
     * @param aggGroup null when not given
     */
    record DepthExchange(
            String exchange,
            String secType,
            String listingExch,
            String serviceDataType,
            @Nullable Integer aggGroup) {}

    /** Depth of a CFD comes from its underlying: ask again for this contract. */
    record RerouteMktDepthReq(int reqId, int conId, String exchange) implements DepthEvent, WithId {}
}
