package com.quanticity.ibkr.gateway.event;

import java.time.Instant;
import java.util.List;

/** News, bulletins and corporate events. */
public sealed interface NewsEvent extends GatewayEvent {

    /**
     * A headline about a subscribed contract (generic tick 292).
     *
     * @param extraData metadata of the provider, as it comes
     */
    record TickNews(
            int reqId, Instant timeStamp, String providerCode, String articleId, String headline, String extraData)
            implements NewsEvent, WithId {}

    /**
     * A bulletin of the broker.
     *
     * @param msgType 1 regular, 2 exchange no longer available, 3 exchange available again; others are kept
     */
    record UpdateNewsBulletin(int msgId, int msgType, String message, String origExchange) implements NewsEvent {}

    /** Providers this login may read. */
    record NewsProviders(List<Provider> providers) implements NewsEvent {
        public NewsProviders {
            providers = List.copyOf(providers);
        }
    }

    record Provider(String code, String name) {}

    /** @param articleType 0 text or HTML, 1 binary as Base64; others are kept */
    record NewsArticle(int reqId, int articleType, String articleText) implements NewsEvent, WithId {}

    /** @param time as the gateway writes it, {@code yyyy-MM-dd HH:mm:ss.S} in UTC */
    record HistoricalNews(int reqId, String time, String providerCode, String articleId, String headline)
            implements NewsEvent, WithId {}

    /** @param hasMore true when older headlines were left out */
    record HistoricalNewsEnd(int reqId, boolean hasMore) implements NewsEvent, WithId {}

    /** What Wall Street Horizon calendar queries may ask for, as JSON. */
    record WshMetaData(int reqId, String dataJson) implements NewsEvent, WithId {}

    /** Corporate events of a calendar query, as JSON. */
    record WshEventData(int reqId, String dataJson) implements NewsEvent, WithId {}
}
