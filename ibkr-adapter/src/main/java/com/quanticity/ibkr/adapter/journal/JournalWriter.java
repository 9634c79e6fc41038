package com.quanticity.ibkr.adapter.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Writes an order into the journal within a deadline. An order must not fire minutes later by surprise, so a database that is away or
 * hangs makes the order denied, not delayed; and while it is known to be away orders are denied at once, so that a cancel behind them
 * does not wait. Called on the command thread.
 */
public final class JournalWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final Duration KNOWN_AWAY = Duration.ofSeconds(1);

    /** How it ended. */
    public sealed interface Outcome {
        /** Committed: the order may go to the wire. */
        record Written() implements Outcome {}

        /** The order was journaled before: it must not be sent again. */
        record AlreadyThere(JournalRow row) implements Outcome {}

        /** The change was journaled before: it must not be sent again. */
        record ChangeAlreadyThere(ModificationRow row) implements Outcome {}

        /** The order id belongs to another order; take a higher one. */
        record OrderIdTaken(int highestOrderId) implements Outcome {}

        /** Not known to be committed: the order must not be sent. */
        record Unavailable(String why) implements Outcome {}
    }

    private final OrderJournal journal;
    private final Duration deadline;
    private final Clock clock;
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
    private Instant awayUntil = Instant.MIN;

    public JournalWriter(OrderJournal journal, Duration deadline, Clock clock) {
        this.journal = journal;
        this.deadline = deadline;
        this.clock = clock;
    }

    public Outcome write(JournalRow row) throws InterruptedException {
        return within(() -> attempt(row));
    }

    /** All rows or none. {@link Outcome.AlreadyThere} has the first of them that was journaled before. */
    public Outcome write(List<JournalRow> rows) throws InterruptedException {
        return within(() -> attempt(rows));
    }

    /** A change; {@link Outcome.ChangeAlreadyThere} when it was journaled before. */
    public Outcome write(ModificationRow row) throws InterruptedException {
        return within(() -> journal.write(row)
                ? new Outcome.Written()
                : new Outcome.ChangeAlreadyThere(
                        journal.findModification(row.modificationId()).orElseThrow()));
    }

    private Outcome within(Callable<Outcome> work) throws InterruptedException {
        if (clock.instant().isBefore(awayUntil)) {
            return new Outcome.Unavailable("it was away less than " + KNOWN_AWAY.toSeconds() + " s ago");
        }
        Future<Outcome> writing = worker.submit(work);
        try {
            return writing.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            writing.cancel(true);
            return unavailable("no answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            return unavailable(String.valueOf(e.getCause()));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private Outcome attempt(JournalRow row) {
        try {
            if (journal.write(row)) {
                return new Outcome.Written();
            }
            return new Outcome.AlreadyThere(
                    journal.find(row.order().clientOrderId()).orElseThrow());
        } catch (DuplicateKeyException e) {
            return new Outcome.OrderIdTaken(journal.highestOrderId());
        }
    }

    private Outcome attempt(List<JournalRow> rows) {
        try {
            journal.writeAll(rows);
            return new Outcome.Written();
        } catch (DuplicateKeyException e) {
            return rows.stream()
                    .map(row -> journal.find(row.order().clientOrderId()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .<Outcome>map(Outcome.AlreadyThere::new)
                    .orElseGet(() -> new Outcome.OrderIdTaken(journal.highestOrderId()));
        }
    }

    private Outcome unavailable(String why) {
        awayUntil = clock.instant().plus(KNOWN_AWAY);
        LOG.error("order journal unavailable cause={}; orders are denied until the database is back", why);
        return new Outcome.Unavailable(why);
    }
}
