package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.risk.delivery.RetryingQueue;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Lets facts go to Redis and to the database, each on its own queue and thread. A message has the same id on the stream and in the table.
 * May be called on every thread and never blocks.
 */
final class DropCopyOutlet implements AutoCloseable {

    private static final int MOST_WAITING = 100_000;

    private final StreamBus bus;
    private final DropCopyKeys keys;
    private final DropCopyBook book;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Ulid ids;
    private final RetryingQueue<Optional<Envelope<DropCopyEvent>>> toRedis;
    private final RetryingQueue<Envelope<DropCopyEvent>> toDatabase;

    DropCopyOutlet(
            StreamBus bus,
            StringRedisTemplate redis,
            DropCopyStore store,
            DropCopyBook book,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.keys = new DropCopyKeys(redis, bus.prefix());
        this.book = book;
        this.clock = clock;
        this.meters = meters;
        this.ids = new Ulid(clock);
        this.toRedis = new RetryingQueue<>("drop-copy-redis", MOST_WAITING, this::publish, meters);
        this.toDatabase = new RetryingQueue<>("drop-copy-database", MOST_WAITING, store::write, meters);
    }

    void tell(DropCopyEvent event) {
        Envelope<DropCopyEvent> message =
                Topics.DROPCOPY_EVENT.envelope(ids.next(), clock.instant(), key(event), event);
        toRedis.offer(Optional.of(message));
        toDatabase.offer(message);
        meters.counter(RiskMeter.DROP_COPY_FACTS.meterName(), "kind", kind(event))
                .increment();
    }

    /** Brings the Redis keys of the open orders up to date. */
    void showOrders() {
        toRedis.offer(Optional.empty());
    }

    /** How many facts have not arrived yet. */
    int waiting() {
        return toRedis.waiting() + toDatabase.waiting();
    }

    DropCopyOutlet start() {
        toRedis.start();
        toDatabase.start();
        return this;
    }

    @Override
    public void close() {
        toRedis.close();
        toDatabase.close();
    }

    private void publish(List<Optional<Envelope<DropCopyEvent>>> items) {
        for (Optional<Envelope<DropCopyEvent>> item : items) {
            item.ifPresent(message -> bus.publish(Topics.DROPCOPY_EVENT, message));
        }
        if (items.stream().anyMatch(Optional::isEmpty)) {
            keys.write(book.view());
        }
    }

    private static String key(DropCopyEvent event) {
        return switch (event) {
            case DropCopyEvent.OrderSeen(DropCopyOrder order) -> Long.toString(order.permId());
            case DropCopyEvent.ExecutionSeen seen -> seen.execution().execId();
            case DropCopyEvent.CommissionSeen seen -> seen.report().execId();
            case DropCopyEvent.Complete _, DropCopyEvent.Lost _ -> "";
        };
    }

    private static String kind(DropCopyEvent event) {
        return switch (event) {
            case DropCopyEvent.OrderSeen _ -> "order";
            case DropCopyEvent.ExecutionSeen seen ->
                "execution_" + seen.origin().name().toLowerCase(Locale.ROOT);
            case DropCopyEvent.CommissionSeen _ -> "commission";
            case DropCopyEvent.Complete _ -> "complete";
            case DropCopyEvent.Lost _ -> "lost";
        };
    }
}
