package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.audit.AuditOutbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps facts durably. While the database is away they wait in memory, the newest {@value #WAITING} of them: what the broker said can
 * be read from the gateway again, so a fill is never held back by the database. Confined to the outbox's thread.
 */
final class FactStore {

    private static final Logger LOG = LoggerFactory.getLogger(FactStore.class);
    private static final int WAITING = 10_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final OrderJournal journal;
    private final ExecutionTable executions;
    private final OutboxTable outbox;
    private final AuditOutbox audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ArrayDeque<OrderFact> unstored = new ArrayDeque<>();
    private final List<String> unremoved = new ArrayList<>();
    private Instant retryAt = Instant.MIN;
    private boolean failing;
    private boolean refused;

    FactStore(
            OrderJournal journal,
            ExecutionTable executions,
            OutboxTable outbox,
            AuditOutbox audit,
            TransactionOperations transaction,
            Clock clock) {
        this.journal = journal;
        this.executions = executions;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Stores these facts, what waits and the entries for the record, and strikes off what is published, in one transaction. Returns whether it could. */
    boolean store(List<OrderFact> facts, List<AuditEntry> entries) {
        boolean stored = attempt(() -> {
            unstored.forEach(this::storeOne);
            facts.forEach(this::storeToPublish);
            audit.record(entries);
            outbox.remove(unremoved);
        });
        if (stored) {
            unstored.clear();
            unremoved.clear();
        } else {
            keep(facts);
        }
        return stored;
    }

    /** Stores what waits when it is time to try again, and strikes off what is published. */
    void storeWaiting() {
        if (unstored.isEmpty() && unremoved.isEmpty()) {
            return;
        }
        boolean stored = attempt(() -> {
            unstored.forEach(this::storeOne);
            outbox.remove(unremoved);
        });
        if (stored) {
            unstored.clear();
            unremoved.clear();
        } else if (refused) {
            storeOneByOne();
        }
    }

    /** These messages are published: they go with the next transaction, so that striking them off costs none of its own. */
    void published(List<String> messageIds) {
        unremoved.addAll(messageIds);
    }

    /** What an earlier process stored and did not publish; empty while the database is away. */
    List<Envelope<OrderEvent>> leftOver() {
        List<Envelope<OrderEvent>> left = new ArrayList<>();
        attempt(() -> left.addAll(outbox.all()));
        return left;
    }

    int waiting() {
        return unstored.size();
    }

    private void storeOne(OrderFact fact) {
        JournalChange change = fact.change();
        if (change != null) {
            journal.apply(change);
        }
        Envelope<OrderEvent> message = fact.message();
        if (message != null) {
            executions.store(message.data());
        }
    }

    private void storeToPublish(OrderFact fact) {
        storeOne(fact);
        Envelope<OrderEvent> message = fact.message();
        if (message != null) {
            outbox.add(message);
        }
    }

    /** The database is there and refuses something: that one is given up, so that the others get in. */
    private void storeOneByOne() {
        for (OrderFact fact : List.copyOf(unstored)) {
            boolean stored = attempt(() -> storeOne(fact));
            if (stored || refused) {
                unstored.remove(fact);
            }
            if (!stored && refused) {
                LOG.error("order fact not stored, the database refuses it fact={}; store it by hand", fact);
            }
        }
    }

    private void keep(List<OrderFact> facts) {
        facts.stream().filter(OrderFact::isToBeStored).forEach(unstored::add);
        while (unstored.size() > WAITING) {
            OrderFact dropped = unstored.removeFirst();
            LOG.error("order fact not stored, too many wait fact={}; compare with the gateway", dropped);
        }
    }

    private boolean attempt(Runnable work) {
        if (clock.instant().isBefore(retryAt)) {
            return false;
        }
        refused = false;
        try {
            transaction.executeWithoutResult(status -> work.run());
            if (failing) {
                LOG.info("order facts stored again");
            }
            failing = false;
            return true;
        } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException e) {
            refused = true;
            LOG.error("order facts refused by the database", e);
            return false;
        } catch (DataAccessException | TransactionException e) {
            retryAt = clock.instant().plus(RETRY_AFTER);
            if (!failing) {
                LOG.warn("order facts not stored cause={}; kept in memory and tried again", e.toString());
            }
            failing = true;
            return false;
        } catch (RuntimeException e) {
            refused = true;
            LOG.error("order facts not stored, they cannot be written", e);
            return false;
        }
    }
}
