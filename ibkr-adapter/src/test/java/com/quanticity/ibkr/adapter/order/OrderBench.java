package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The callbacks' side of orders, wired without servers. */
final class OrderBench {

    final MovableClock clock = new MovableClock();
    final FakeSession session = new FakeSession();
    final OrderBook book = new OrderBook();
    final RecordingSink sink = new RecordingSink();
    final OrderIds ids = new OrderIds(session, new StringRedisTemplate(), "");
    final CancelDesk cancels = new CancelDesk(session, book, sink, clock);
    final OpenPreviews previews = new OpenPreviews(sink, clock);
    final OrderRecovery recovery;
    final OrderCallbacks callbacks;
    int lookUps;

    OrderBench() {
        OpenChanges changes = new OpenChanges(sink, clock);
        OrderProgress progress =
                new OrderProgress(session.clientId(), book, ids, changes, sink, () -> lookUps++, clock);
        recovery = new OrderRecovery(book, ids, progress, () -> lookUps++, Duration.ofSeconds(10), clock);
        ExecutionFeed executions = new ExecutionFeed(session.clientId(), book, ids, changes, sink, clock);
        callbacks =
                new OrderCallbacks(book, progress, executions, recovery, cancels, previews, new SimpleMeterRegistry());
    }

    BookedOrder booked(JournalState state) {
        return book.add(TestOrders.row(state));
    }

    void hear(GatewayEvent... events) {
        callbacks.onEvents(new EventBatch(1, clock.instant(), List.of(events)));
    }

    void enter(SessionState state) {
        session.state = state;
        callbacks.onStateChange(FakeSession.event(state, FakeSession.CONNECTION));
    }

    JournalState state() {
        return Objects.requireNonNull(book.find(TestOrders.ID)).state();
    }
}
