package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bulletins, news and corporate events. The layouts of articles, past news and corporate events are known from the wire
 * specification's short form only.
 */
public sealed interface NewsRequest extends GatewayRequest {

    /**
     * Starts {@link NewsEvent.UpdateNewsBulletin}.
     *
     * @param allMsgs also those already issued today
     */
    record ReqNewsBulletins(boolean allMsgs) implements NewsRequest {}

    record CancelNewsBulletins() implements NewsRequest {}

    /** Asks for {@link NewsEvent.NewsProviders}. */
    record ReqNewsProviders() implements NewsRequest {}

    /** Asks for {@link NewsEvent.NewsArticle}. */
    record ReqNewsArticle(int reqId, String providerCode, String articleId, List<TagValue> options)
            implements NewsRequest, WithId {

        public ReqNewsArticle {
            options = List.copyOf(options);
        }
    }

    /**
     * Asks for {@link NewsEvent.HistoricalNews}, one a headline, then {@link NewsEvent.HistoricalNewsEnd}.
     *
     * @param providerCodes separated by {@code +}
     * @param startDateTime older end, {@code yyyy-MM-dd HH:mm:ss.0} in UTC, or empty
     * @param endDateTime newer end, or empty
     * @param totalResults at most 300
     */
    record ReqHistoricalNews(
            int reqId,
            int conId,
            String providerCodes,
            String startDateTime,
            String endDateTime,
            int totalResults,
            List<TagValue> options)
            implements NewsRequest, WithId {

        public ReqHistoricalNews {
            options = List.copyOf(options);
        }
    }

    /** Asks for {@link NewsEvent.WshMetaData}; must be answered before events are asked for. */
    record ReqWshMetaData(int reqId) implements NewsRequest, WithId {}

    record CancelWshMetaData(int reqId) implements NewsRequest, WithId {}

    /**
     * Asks for {@link NewsEvent.WshEventData}, by contract or by filter.
     *
     * @param conId null = by filter
     * @param filter JSON, or empty
     * @param startDate {@code YYYYMMDD}, or empty
     * @param endDate {@code YYYYMMDD}, or empty
     * @param totalLimit null = not given
     */
    record ReqWshEventData(
            int reqId,
            @Nullable Integer conId,
            String filter,
            boolean fillWatchlist,
            boolean fillPortfolio,
            boolean fillCompetitors,
            String startDate,
            String endDate,
            @Nullable Integer totalLimit)
            implements NewsRequest, WithId {}

    record CancelWshEventData(int reqId) implements NewsRequest, WithId {}
}
