package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import org.jspecify.annotations.Nullable;

/** Reads {@code market.quote} into the tape, from the first time it is asked to on. Thread-safe. */
final class Level1Follower implements AutoCloseable {

    private final StreamBus bus;
    private final ReferenceTape tape;
    private @Nullable StreamSubscription following;
    private boolean closed;

    Level1Follower(StreamBus bus, ReferenceTape tape) {
        this.bus = bus;
        this.tape = tape;
    }

    synchronized void follow() {
        if (following == null && !closed) {
            following = bus.tail(
                    Topics.MARKET_QUOTE,
                    TailFrom.LAST,
                    message -> message.data().quotes().forEach(tape::onQuote));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (following != null) {
            following.close();
        }
    }
}
