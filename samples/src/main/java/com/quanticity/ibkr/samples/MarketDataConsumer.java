package com.quanticity.ibkr.samples;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.ConsumerGroup.StartAt;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Takes quotes, ticks and bars as a consumer group: at least once, in order, acknowledged after the handler returned. Redis may be away at
 * the start and at any time later; the bus goes on by itself when it is back, with what was not acknowledged first.
 */
public final class MarketDataConsumer implements AutoCloseable {

    private final PrintStream out;
    private final List<StreamSubscription> subscriptions;
    private final LastSeen quotesSeen = new LastSeen();
    private final LastSeen ticksSeen = new LastSeen();

    /** @param group name of the group; every group sees everything, the consumers of one group share it */
    public MarketDataConsumer(StreamBus bus, String group, PrintStream out) {
        this.out = out;
        ConsumerGroup consumers =
                ConsumerGroup.of(group).withBatchSize(100).retryingForEver().startingAt(StartAt.NEWEST);
        this.subscriptions = List.of(
                bus.consume(Topics.MARKET_QUOTE, consumers, this::onQuotes),
                bus.consume(Topics.MARKET_TRADE, consumers, this::onTicks),
                bus.consume(Topics.MARKET_BAR, consumers, StreamHandler.each(this::onBar)));
    }

    public static void main(String[] arguments) throws InterruptedException {
        String address = arguments.length > 0 ? arguments[0] : "redis://127.0.0.1:6379";
        String group = arguments.length > 1 ? arguments[1] : "sample-java";
        try (RedisAddress redis = RedisAddress.of(address);
                MarketDataConsumer _ = new MarketDataConsumer(redis.bus(""), group, System.out)) {
            new CountDownLatch(1).await();
        }
    }

    private void onQuotes(List<Envelope<QuoteBatch>> messages) {
        for (Envelope<QuoteBatch> message : messages) {
            for (Quote quote : message.data().quotes()) {
                if (isNew(quotesSeen, "quote", quote.connection(), quote.sequence())) {
                    out.println("quote " + quote.symbol() + " " + quote.bid() + " / " + quote.ask() + " "
                            + quote.dataType());
                }
            }
        }
    }

    private void onTicks(List<Envelope<TickBatch>> messages) {
        for (Envelope<TickBatch> message : messages) {
            for (TickByTick tick : message.data().ticks()) {
                if (isNew(ticksSeen, "tick", tick.connection(), tick.sequence())) {
                    onTick(tick);
                }
            }
        }
    }

    private void onTick(TickByTick tick) {
        switch (tick) {
            case TickByTick.Trade trade ->
                out.println("trade " + trade.symbol() + " " + trade.size() + " @ " + trade.price() + " "
                        + trade.exchange());
            case TickByTick.BidAsk quote ->
                out.println("bid-ask " + quote.symbol() + " " + quote.bid() + " / " + quote.ask());
            case TickByTick.MidPoint mid -> out.println("mid-point " + mid.symbol() + " " + mid.price());
        }
    }

    /** A bar that comes again is the same bar, unless the live one follows one from history: then it replaces it. */
    private void onBar(Envelope<Bar> message) {
        Bar bar = message.data();
        out.println("bar " + bar.symbol() + " " + bar.start() + " close " + bar.close() + " " + bar.source());
    }

    /** Delivery is at least once: what was seen is passed over. A jump in the numbers is a loss, and is told. */
    private boolean isNew(LastSeen seen, String kind, long connection, long sequence) {
        long missing = seen.missingBefore(connection, sequence);
        if (missing > 0) {
            out.println("GAP " + missing + " " + kind + "s lost before " + connection + "/" + sequence);
        }
        return missing >= 0;
    }

    /** Place of the last item of a stream. */
    static final class LastSeen {

        private long connection;
        private long sequence;

        /** How many are missing before this one; −1 when it was seen before. */
        long missingBefore(long newConnection, long newSequence) {
            if (newConnection < connection || newConnection == connection && newSequence <= sequence) {
                return -1;
            }
            boolean first = connection == 0;
            long expected = newConnection == connection ? sequence + 1 : 1;
            connection = newConnection;
            sequence = newSequence;
            return first ? 0 : newSequence - expected;
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(StreamSubscription::close);
    }
}
