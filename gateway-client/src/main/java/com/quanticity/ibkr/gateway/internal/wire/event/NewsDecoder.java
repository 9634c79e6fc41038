package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;

/** News, bulletins and corporate events. */
final class NewsDecoder {

    private final FieldReader in;

    NewsDecoder(FieldReader in) {
        this.in = in;
    }

    NewsEvent tickNews() {
        return new NewsEvent.TickNews(
                in.integer("reqId"),
                in.millis("timeStamp"),
                in.code("providerCode"),
                in.text("articleId"),
                in.text("headline"),
                in.text("extraData"));
    }

    NewsEvent bulletin() {
        in.skip("version");
        return new NewsEvent.UpdateNewsBulletin(
                in.integer("msgId"), in.integer("msgType"), in.text("message"), in.text("origExchange"));
    }

    NewsEvent providers() {
        return new NewsEvent.NewsProviders(in.group(
                "providers#",
                2,
                () -> new NewsEvent.Provider(in.text("providers[].code"), in.text("providers[].name"))));
    }

    NewsEvent article() {
        return new NewsEvent.NewsArticle(in.integer("reqId"), in.integer("articleType"), in.text("articleText"));
    }

    NewsEvent historicalNews() {
        return new NewsEvent.HistoricalNews(
                in.integer("reqId"),
                in.text("time"),
                in.code("providerCode"),
                in.text("articleId"),
                in.text("headline"));
    }

    NewsEvent historicalNewsEnd() {
        return new NewsEvent.HistoricalNewsEnd(in.integer("reqId"), in.bool("hasMore"));
    }

    NewsEvent wshMetaData() {
        return new NewsEvent.WshMetaData(in.integer("reqId"), in.text("dataJson"));
    }

    NewsEvent wshEventData() {
        return new NewsEvent.WshEventData(in.integer("reqId"), in.text("dataJson"));
    }
}
