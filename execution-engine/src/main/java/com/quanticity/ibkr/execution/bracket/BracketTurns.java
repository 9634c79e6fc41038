package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.alarm.EngineAlarms;
import com.quanticity.ibkr.execution.bracket.LegResizes.Resize;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.parent.BracketRollUp;
import com.quanticity.ibkr.execution.parent.Children;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentBook;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes one turn of a bracket: what is known of it with its parent locked, one step of repair, stored in the same transaction, and the
 * alarm when protection is missing, unknown or too large. Belongs to the runner's thread; {@link #alarmOf} is for any.
 */
final class BracketTurns {

    private static final Logger LOG = LoggerFactory.getLogger(BracketTurns.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Whoever halts may close positions past their brackets; a stop that comes back after that would open one. */
    private static final String HALTED =
            "trading was halted while its protection was less than its position; compare the"
                    + " position with the broker's, then release it";

    private final Parents parents;
    private final Children children;
    private final ParentBook book;
    private final LegResizes resizes;
    private final BooleanSupplier connected;
    private final BooleanSupplier halted;
    private final EngineAlarms alarms;
    private final Duration patience;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Ulid ids;
    private final Map<String, Repair.Reason> troubled = new TreeMap<>();

    BracketTurns(
            Parents parents,
            Children children,
            ParentBook book,
            LegResizes resizes,
            BooleanSupplier connected,
            BooleanSupplier halted,
            EngineAlarms alarms,
            Duration patience,
            TransactionOperations transactions,
            Clock clock) {
        this.parents = parents;
        this.children = children;
        this.book = book;
        this.resizes = resizes;
        this.connected = connected;
        this.halted = halted;
        this.alarms = alarms;
        this.patience = patience;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    private record Taken(Parent parent, Repair.@Nullable Reason alarm) {}

    /** When it is to be taken again without news; empty when it is no bracket or has ended. */
    Optional<Instant> take(String parentOrderId) {
        Parent known = parents.find(parentOrderId).orElse(null);
        if (known == null || known.terms().bracket() == null) {
            return Optional.empty();
        }
        boolean usable = connected.getAsBoolean();
        Taken taken = transactions.execute(_ ->
                parents.lock(parentOrderId).map(parent -> act(parent, usable)).orElseThrow());
        alarm(taken);
        return taken.parent.state().isTerminal()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(LOOK));
    }

    /** Why a person is needed for a bracket now; null when nobody is. */
    synchronized Repair.@Nullable Reason alarmOf(String parentOrderId) {
        return troubled.get(parentOrderId);
    }

    /** What is known of a bracket. */
    Standing standing(Parent parent, boolean usable) {
        return books(parent.parentOrderId()).standing(parent, usable, patience, clock.instant());
    }

    /** All that is stored about a bracket's orders. */
    private record Books(List<ChildOrder> orders, Map<ClientOrderId, String> roles, List<Resize> resizes) {

        Standing standing(Parent parent, boolean usable, Duration patience, Instant now) {
            return Standings.of(parent, orders, roles, resizes, usable, patience, now);
        }

        boolean allow(Step step, Duration patience, Instant now) {
            return new Refusals(orders, roles, resizes).allow(step, patience, now);
        }
    }

    private Books books(String parentOrderId) {
        return new Books(children.of(parentOrderId), children.roles(parentOrderId), resizes.of(parentOrderId));
    }

    private Taken act(Parent parent, boolean usable) {
        if (parent.state().isTerminal()) {
            return new Taken(book.save(parent, parent), null);
        }
        dropNeverSent(parent);
        Instant now = clock.instant();
        Books known = books(parent.parentOrderId());
        Standing standing = known.standing(parent, usable, patience, now);
        Repair repair = Protection.repair(standing);
        if (!parent.isHeld() && repair.adds(standing) && halted.getAsBoolean()) {
            return new Taken(book.save(parent, parent.held(HALTED)), repair.alarm());
        }
        if (!parent.isHeld()) {
            Set<Step> steps = new LinkedHashSet<>(repair.steps());
            if (usable) {
                steps.addAll(cancelsToRepeat(parent, known, now));
            }
            steps.stream().filter(step -> known.allow(step, patience, now)).forEach(step -> take(parent, step));
        }
        return new Taken(book.save(parent, parent), repair.alarm());
    }

    /** Cancels that were never answered, and those of an entry that shall end but was not let go. */
    private List<Step> cancelsToRepeat(Parent parent, Books known, Instant now) {
        return known.orders.stream()
                .filter(order -> order.isCancelOverdue(patience, now) || isUnwantedEntry(parent, known, order))
                .<Step>map(order -> new Step.Cancel(order.snapshot().order().clientOrderId()))
                .toList();
    }

    private static boolean isUnwantedEntry(Parent parent, Books known, ChildOrder order) {
        OrderSnapshot snapshot = order.snapshot();
        return parent.endRequested()
                && !snapshot.status().isTerminal()
                && BracketRollUp.ENTRY.equals(known.roles.get(snapshot.order().clientOrderId()));
    }

    /** Legs whose entry ended before it left went nowhere: they came with it. */
    private void dropNeverSent(Parent parent) {
        List<ChildOrder> own = children.of(parent.parentOrderId());
        OrderSnapshot entry =
                BracketRollUp.of(own, children.roles(parent.parentOrderId())).entry();
        if (entry != null && entry.status().isTerminal() && entry.orderId() == null && !isAnswerOfLegsDue(entry)) {
            own.forEach(
                    child -> children.neverSent(child.snapshot().order().clientOrderId(), "its entry was never sent"));
        }
    }

    /** A group is denied order by order: what comes of the legs the adapter tells right after. */
    private boolean isAnswerOfLegsDue(OrderSnapshot entry) {
        return entry.status() == OrderStatus.DENIED
                && clock.instant().isBefore(entry.updatedAt().plus(patience));
    }

    private void take(Parent parent, Step step) {
        LOG.info("bracket repaired parentOrderId={} step={}", parent.parentOrderId(), step);
        switch (step) {
            case Step.Place(Leg.Kind kind, BigDecimal quantity) ->
                children.place(
                        parent.parentOrderId(),
                        BracketOrders.leg(parent, ClientOrderId.of(ids.next()), kind, quantity),
                        kind.name());
            case Step.Resize(ClientOrderId id, BigDecimal open) -> resize(parent, id, open);
            case Step.Cancel(ClientOrderId id) -> children.cancel(id);
        }
    }

    private void resize(Parent parent, ClientOrderId id, BigDecimal open) {
        BigDecimal whole = children.of(parent.parentOrderId()).stream()
                .map(ChildOrder::snapshot)
                .filter(order -> order.order().clientOrderId().equals(id))
                .map(OrderSnapshot::filledQuantity)
                .reduce(open, BigDecimal::add);
        Resize resize = new Resize(ids.next(), id, whole, clock.instant());
        resizes.insert(resize);
        children.resize(id, resize.modificationId(), whole);
    }

    private void alarm(Taken taken) {
        Map<String, Repair.Reason> now;
        synchronized (this) {
            if (taken.alarm == null) {
                troubled.remove(taken.parent.parentOrderId());
            } else {
                troubled.put(taken.parent.parentOrderId(), taken.alarm);
            }
            now = Map.copyOf(troubled);
        }
        show(
                AlarmKind.POSITION_REVERSED,
                now,
                Repair.Reason.POSITION_REVERSED,
                "its legs have traded more than it held");
        show(AlarmKind.UNPROTECTED, now, Repair.Reason.UNPROTECTED, "its proven stop is smaller than its position");
        show(
                AlarmKind.PROTECTION_UNKNOWN,
                now,
                Repair.Reason.PROTECTION_UNKNOWN,
                "what became of one of its legs is not known");
        show(
                AlarmKind.PROTECTION_TOO_LARGE,
                now,
                Repair.Reason.PROTECTION_TOO_LARGE,
                "a leg is larger than its position and making it smaller was refused");
    }

    private void show(AlarmKind kind, Map<String, Repair.Reason> now, Repair.Reason reason, String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        now.forEach((parentOrderId, why) -> {
            if (why == reason) {
                texts.put(parentOrderId, "bracket " + parentOrderId + ": " + text);
            }
        });
        alarms.show(kind, texts);
    }
}
