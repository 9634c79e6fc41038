package com.quanticity.ibkr.adapter.stream;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A stream of market data as its publisher sees it.
 *
 * @param topic the stream
 * @param entry items to one entry
 * @param key of an entry; entries of one key stay in order
 * @param receivedAt when the socket reader took an item
 * @param isBatch true when an entry holds as many items as wait, false when it holds one
 * @param <B> one entry
 * @param <T> one item
 */
public record MarketStream<B, T>(
        Topic<B> topic,
        Function<List<T>, B> entry,
        Function<T, String> key,
        Function<T, Instant> receivedAt,
        boolean isBatch) {

    public static final MarketStream<QuoteBatch, Quote> QUOTES =
            new MarketStream<>(Topics.MARKET_QUOTE, QuoteBatch::new, _ -> "", Quote::receivedAt, true);
    public static final MarketStream<TickBatch, TickByTick> TICKS =
            new MarketStream<>(Topics.MARKET_TRADE, TickBatch::new, _ -> "", TickByTick::receivedAt, true);
    public static final MarketStream<DepthBatch, DepthUpdate> DEPTH =
            new MarketStream<>(Topics.MARKET_DEPTH, DepthBatch::new, _ -> "", DepthUpdate::receivedAt, true);
    public static final MarketStream<Bar, Bar> BARS =
            new MarketStream<>(Topics.MARKET_BAR, List::getFirst, Bar::symbol, Bar::receivedAt, false);
}
