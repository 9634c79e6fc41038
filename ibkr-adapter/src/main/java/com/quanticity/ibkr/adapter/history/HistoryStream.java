package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Topics;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is kept in a table.
 *
 * @param topic the stream
 * @param table where its items go
 * @param items rows of one message
 * @param place connection and sequence of an item, null when the stream has none
 * @param <B> one message
 * @param <T> one item, one row
 */
record HistoryStream<B, T>(
        Topic<B> topic,
        HistoryTable<T> table,
        Function<Envelope<B>, List<T>> items,
        @Nullable Place<T> place) {

    static final HistoryStream<QuoteBatch, Quote> QUOTES = new HistoryStream<>(
            Topics.MARKET_QUOTE,
            MarketTables.QUOTES,
            message -> message.data().quotes(),
            new Place<>(Quote::connection, Quote::sequence));
    static final HistoryStream<TickBatch, TickByTick> TICKS = new HistoryStream<>(
            Topics.MARKET_TRADE,
            MarketTables.TICKS,
            message -> message.data().ticks(),
            new Place<>(TickByTick::connection, TickByTick::sequence));
    static final HistoryStream<DepthBatch, DepthUpdate> DEPTH = new HistoryStream<>(
            Topics.MARKET_DEPTH,
            MarketTables.DEPTH,
            message -> message.data().updates(),
            new Place<>(DepthUpdate::connection, DepthUpdate::sequence));
    static final HistoryStream<Bar, Bar> BARS =
            new HistoryStream<>(Topics.MARKET_BAR, MarketTables.BARS, message -> List.of(message.data()), null);
    static final HistoryStream<SessionEvent, Envelope<SessionEvent>> SESSIONS =
            new HistoryStream<>(Topics.SESSION_EVENT, SessionTable.EVENTS, List::of, null);

    /** The streams whose tables this writer fills. */
    static final List<HistoryStream<?, ?>> ALL = List.of(QUOTES, TICKS, BARS, DEPTH, SESSIONS);

    /** Where an item stands in its stream: sequences of one connection run from 1 without a hole. */
    record Place<T>(ToLong<T> connection, ToLong<T> sequence) {}

    /** A number of an item. */
    @FunctionalInterface
    interface ToLong<T> {
        long of(T item);
    }

    String name() {
        return topic.name().text();
    }
}
