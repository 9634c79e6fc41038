package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import com.quanticity.ibkr.stream.audit.AuditOutbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one way of order facts out of this service: stored, then published in order, then struck off. A message that Redis did not
 * confirm is published again under the same id, also by the next process. With the database away facts are published all the same and
 * stored when it is back. The queue has no bound on purpose: facts about orders are few and must not be dropped, and without Redis no
 * new orders arrive. Every event goes on the audit record too, in the same transaction.
 */
public final class OrderOutbox implements FactSink, AuditSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderOutbox.class);
    private static final int BATCH = 100;
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Lines of the record alone wait so long for the fact they belong to: one transaction instead of two, and none beside the journal's. */
    private static final Duration LINGER = Duration.ofMillis(5);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private static final String AUDIT_TABLE = "adapter.ib_audit_outbox";

    private record Item(OrderFact fact, @Nullable Supplier<AuditEntry> audit, CompletableFuture<Void> published) {

        boolean canWait() {
            return !fact.isToBeStored();
        }
    }

    private final StreamBus bus;
    private final FactStore store;
    private final AuditOutbox audit;
    private final Ulid ids;
    private final Counter published;
    private final LinkedBlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("order-outbox").unstarted(this::run);
    private volatile boolean closed;
    private boolean failing;

    public OrderOutbox(
            StreamBus bus,
            OrderJournal journal,
            JdbcTemplate database,
            TransactionOperations transaction,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.audit = new AuditOutbox(database, AUDIT_TABLE, bus, meters);
        this.store = new FactStore(
                journal, new ExecutionTable(database), new OutboxTable(database), audit, transaction, clock);
        this.ids = new Ulid(clock);
        this.published = meters.counter(AdapterMeter.ORDER_EVENTS_PUBLISHED.meterName());
        meters.gauge(AdapterMeter.ORDER_EVENTS_WAITING.meterName(), queue, LinkedBlockingQueue::size);
    }

    public void start() {
        audit.start();
        thread.start();
    }

    @Override
    public void tell(OrderEvent event, @Nullable JournalChange change) {
        add(event, change);
    }

    @Override
    public CompletableFuture<Void> answer(OrderEvent event, @Nullable JournalChange change) {
        return add(event, change).published;
    }

    private Item add(OrderEvent event, @Nullable JournalChange change) {
        Envelope<OrderEvent> message = Topics.ORDER_EVENT.envelope(ids.next(), event.at(), key(event), event);
        return add(new OrderFact(message, change), () -> EventAudit.of(message));
    }

    @Override
    public void note(JournalChange change) {
        add(new OrderFact(null, change), null);
    }

    @Override
    public CompletableFuture<Void> record(Supplier<AuditEntry> entry) {
        return add(OrderFact.NONE, entry).published;
    }

    /** Publishes what waits for three seconds at most, then stops; what is left is stored and goes out with the next process. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(CLOSE_WAIT)) {
                LOG.warn(
                        "order events not published at shutdown count={}; they go out with the next start",
                        queue.size());
                thread.interrupt();
            }
            audit.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Item add(OrderFact fact, @Nullable Supplier<AuditEntry> entry) {
        Item item = new Item(fact, entry, new CompletableFuture<>());
        queue.add(item);
        return item;
    }

    /** Events of one order share a key, so that their order is kept; an execution of nobody's order has its own. */
    private static String key(OrderEvent event) {
        ClientOrderId clientOrderId = event.clientOrderId();
        if (clientOrderId != null) {
            return clientOrderId.value();
        }
        return switch (event) {
            case OrderEvent.Executed executed -> key(executed.execution());
            case OrderEvent.CommissionReported reported -> reported.report().execId();
            case OrderEvent.Accepted _,
                    OrderEvent.Denied _,
                    OrderEvent.Working _,
                    OrderEvent.Cancelled _,
                    OrderEvent.Rejected _,
                    OrderEvent.RequestRefused _,
                    OrderEvent.Unknown _,
                    OrderEvent.CancelPending _,
                    OrderEvent.ModifyPending _,
                    OrderEvent.Modified _,
                    OrderEvent.ModifyFailed _,
                    OrderEvent.Previewed _ -> "";
        };
    }

    private static String key(Execution execution) {
        return execution.clientId() + "/" + execution.orderId();
    }

    private void run() {
        try {
            publishLeftOver();
            while (!closed || !queue.isEmpty()) {
                step();
            }
            store.storeWaiting();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        List<Item> batch = next();
        if (batch.isEmpty()) {
            store.storeWaiting();
        } else {
            process(batch);
        }
    }

    private List<Item> next() throws InterruptedException {
        List<Item> batch = new ArrayList<>();
        Item first = queue.poll(closed ? 0 : IDLE.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + LINGER.toNanos();
        for (Item next = first; next != null; next = awaitFact(batch, end)) {
            batch.add(next);
            queue.drainTo(batch, BATCH - batch.size());
        }
        return batch;
    }

    /** Null when what is there need not or may not wait any longer. */
    private @Nullable Item awaitFact(List<Item> batch, long end) throws InterruptedException {
        if (closed || batch.size() >= BATCH || !batch.stream().allMatch(Item::canWait)) {
            return null;
        }
        return queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void process(List<Item> batch) throws InterruptedException {
        List<AuditEntry> entries = entries(batch);
        boolean stored = store.store(batch.stream().map(Item::fact).toList(), entries);
        CompletableFuture<Void> recorded = audit.publishUnstored(stored ? List.of() : entries);
        List<String> done = new ArrayList<>();
        for (Item item : batch) {
            Envelope<OrderEvent> message = item.fact.message();
            if (message != null) {
                publish(message);
                done.add(message.id());
            }
            recorded.thenRun(() -> item.published.complete(null));
        }
        if (stored && !done.isEmpty()) {
            store.published(done);
        }
    }

    private static List<AuditEntry> entries(List<Item> batch) {
        List<AuditEntry> entries = new ArrayList<>(batch.size());
        for (Item item : batch) {
            try {
                if (item.audit != null) {
                    entries.add(item.audit.get());
                }
            } catch (RuntimeException e) {
                LOG.error("audit entry not made fact={}; note it by hand", item.fact, e);
            }
        }
        return entries;
    }

    private void publishLeftOver() throws InterruptedException {
        List<Envelope<OrderEvent>> left = store.leftOver();
        for (Envelope<OrderEvent> message : left) {
            publish(message);
        }
        if (!left.isEmpty()) {
            store.published(left.stream().map(Envelope::id).toList());
            LOG.info("order events of the last run published count={}", left.size());
        }
    }

    private void publish(Envelope<OrderEvent> message) throws InterruptedException {
        try {
            while (!attempt(message)) {
                Thread.sleep(RETRY_PAUSE);
            }
            published.increment();
        } catch (RuntimeException e) {
            // What can never be published must not keep the next ones back.
            LOG.error("order event dropped, it cannot be published message={}", message, e);
        }
    }

    private boolean attempt(Envelope<OrderEvent> message) {
        try {
            bus.publish(Topics.ORDER_EVENT, message);
            if (failing) {
                LOG.info("order events published again waiting={}", queue.size());
            }
            failing = false;
            return true;
        } catch (StreamUnavailableException e) {
            if (!failing) {
                LOG.warn("order events not published cause={}; tried again in order", e.getMessage());
            }
            failing = true;
            return false;
        }
    }
}
