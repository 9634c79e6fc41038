package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ledger.ChildChanges;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes turns of parents, one at a time, when time, news of a child or a request says so. All that it knows is when to look again; what is
 * decided depends on the database, so a restart loses nothing. Thread-safe.
 */
public final class ParentRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ParentRunner.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String name;
    private final Function<String, Optional<Instant>> turn;
    private final Supplier<Iterable<String>> live;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * @param turn takes a turn of a parent; gives when to take the next, empty when none is needed without news
     * @param live ids of all parents to begin with
     */
    public ParentRunner(
            String name,
            Function<String, Optional<Instant>> turn,
            Supplier<Iterable<String>> live,
            ChildChanges changes,
            Clock clock,
            MeterRegistry meters) {
        this.name = name;
        this.turn = turn;
        this.live = live;
        this.clock = clock;
        this.meters = meters;
        changes.listen(this::wake);
    }

    /** Something about the parent is new: decide at once. Never blocks. */
    public synchronized void wake(String parentOrderId) {
        due.put(parentOrderId, Instant.MIN);
        notifyAll();
    }

    @Override
    public synchronized void start() {
        closed = false;
        live.get().forEach(this::wake);
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    @Override
    public void stop() {
        Thread running;
        synchronized (this) {
            closed = true;
            notifyAll();
            running = thread;
            thread = null;
        }
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            for (String parentOrderId = next(); parentOrderId != null; parentOrderId = next()) {
                take(parentOrderId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next one that is due; null when closed. */
    private synchronized @Nullable String next() throws InterruptedException {
        while (!closed) {
            Map.Entry<String, Instant> earliest =
                    due.entrySet().stream().min(Map.Entry.comparingByValue()).orElse(null);
            if (earliest == null) {
                wait();
            } else if (earliest.getValue().isAfter(clock.instant())) {
                wait(Math.max(
                        1,
                        Duration.between(clock.instant(), earliest.getValue()).toMillis()));
            } else {
                due.remove(earliest.getKey());
                return earliest.getKey();
            }
        }
        return null;
    }

    private void take(String parentOrderId) {
        try {
            turn.apply(parentOrderId).ifPresent(next -> schedule(parentOrderId, next));
            failing.remove(parentOrderId);
        } catch (RuntimeException e) {
            meters.counter(ExecutionMeter.PARENT_FAILURES.meterName()).increment();
            if (failing.add(parentOrderId)) {
                LOG.warn(
                        "parent turn failed parentOrderId={} cause={}; nothing was decided, trying again every {}",
                        parentOrderId,
                        e.toString(),
                        AFTER_FAILURE);
            }
            schedule(parentOrderId, clock.instant().plus(AFTER_FAILURE));
        }
    }

    /** News that came during the turn count before this. */
    private synchronized void schedule(String parentOrderId, Instant at) {
        due.merge(parentOrderId, at, (known, later) -> known.isBefore(later) ? known : later);
        notifyAll();
    }
}
