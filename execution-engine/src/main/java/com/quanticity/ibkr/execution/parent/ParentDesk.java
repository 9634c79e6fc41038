package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.execution.register.RunningParents;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes parents, and requests to end, hold and release them. Everything is stored before it is answered. Thread-safe. */
public final class ParentDesk implements RunningParents {

    private static final Logger LOG = LoggerFactory.getLogger(ParentDesk.class);

    private final Parents parents;
    private final Children children;
    private final ParentBook book;
    private final ParentRunner runner;
    private final Algorithms algorithms;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Ulid ids;

    ParentDesk(
            Parents parents,
            Children children,
            ParentBook book,
            ParentRunner runner,
            Algorithms algorithms,
            TransactionOperations transactions,
            Clock clock) {
        this.parents = parents;
        this.children = children;
        this.book = book;
        this.runner = runner;
        this.algorithms = algorithms;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** What became of a request for a new parent. */
    public sealed interface Submission {

        /** Stored now. */
        record Stored(Parent parent) implements Submission {}

        /** The same request was made before; this is its parent as it stands. */
        record Repeated(Parent parent) implements Submission {}

        /** The key belongs to another request; nothing was stored. */
        record KeyTaken(String parentOrderId) implements Submission {}

        /** The register of algorithms does not allow it; nothing was stored. */
        record Refused(Algorithms.Refusal refusal) implements Submission {}
    }

    /** What became of a request about a parent. */
    public sealed interface Change {

        /** Stored; what comes of it shows in the parent. */
        record Done(Parent parent) implements Change {}

        /** The parent has ended. */
        record TooLate(Parent parent) implements Change {}

        /** There is none of that id. */
        record NoSuchParent() implements Change {}
    }

    /**
     * Stores a parent. It is worked on at once.
     *
     * @param fingerprint of the request: the same for the same request
     */
    public Submission submit(IdempotencyKey key, String fingerprint, ParentTerms terms) {
        Submission submission = transactions.execute(_ -> store(key, fingerprint, terms));
        if (submission instanceof Submission.Stored(Parent parent)) {
            runner.wake(parent.parentOrderId());
        }
        return submission;
    }

    /** What became of a request with this key before; null when there was none. */
    public @Nullable Submission repeated(IdempotencyKey key, String fingerprint) {
        return parents.taken(key).map(taken -> repeated(taken, fingerprint)).orElse(null);
    }

    /**
     * Nothing is sent any more, and every child that is out is cancelled; asked again, they are cancelled again. Of a bracket only the entry
     * is: what it has bought stays protected.
     */
    public Change cancel(String parentOrderId, String because) {
        return change(parentOrderId, parent -> {
            Map<ClientOrderId, String> roles = children.roles(parentOrderId);
            for (ChildOrder child : children.of(parentOrderId)) {
                ClientOrderId id = child.snapshot().order().clientOrderId();
                if (parent.terms().bracket() == null || BracketRollUp.ENTRY.equals(roles.get(id))) {
                    children.cancel(id);
                }
            }
            return parent.ending(because);
        });
    }

    @Override
    public List<String> cancelAllOf(String algorithm, String because) {
        List<String> live = parents.liveOf(algorithm);
        live.forEach(parentOrderId -> cancel(parentOrderId, because));
        return live;
    }

    /** Nothing is sent until it is released; children that are out stay. */
    Change hold(String parentOrderId, String because) {
        return change(parentOrderId, parent -> parent.held(because));
    }

    /** It may go on, also after refusals. */
    Change release(String parentOrderId) {
        return change(parentOrderId, parent -> parent.released(clock.instant()));
    }

    private Submission store(IdempotencyKey key, String fingerprint, ParentTerms terms) {
        Optional<Algorithms.Refusal> refusal = algorithms.refusal(terms.algorithm(), terms.symbol(), terms.quantity());
        if (refusal.isPresent()) {
            return new Submission.Refused(refusal.get());
        }
        Parent parent = Parent.stored(ids.next(), terms, clock.instant());
        if (parents.insert(parent, key, fingerprint)) {
            book.tellStored(parent);
            return new Submission.Stored(parent);
        }
        return repeated(parents.taken(key).orElseThrow(), fingerprint);
    }

    private Submission repeated(Parents.Taken taken, String fingerprint) {
        return taken.fingerprint().equals(fingerprint)
                ? parents.find(taken.parentOrderId())
                        .<Submission>map(Submission.Repeated::new)
                        .orElseGet(() -> new Submission.KeyTaken(taken.parentOrderId()))
                : new Submission.KeyTaken(taken.parentOrderId());
    }

    private Change change(String parentOrderId, UnaryOperator<Parent> change) {
        Change done = transactions.execute(_ -> parents.lock(parentOrderId)
                .<Change>map(parent -> parent.state().isTerminal()
                        ? new Change.TooLate(parent)
                        : new Change.Done(book.save(parent, change.apply(parent))))
                .orElseGet(Change.NoSuchParent::new));
        if (done instanceof Change.Done(Parent parent)) {
            LOG.info(
                    "parent changed parentOrderId={} state={} remark={}",
                    parentOrderId,
                    parent.state(),
                    parent.snapshot().remark());
            runner.wake(parentOrderId);
        }
        return done;
    }
}
