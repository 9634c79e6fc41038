package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.reconcile.BreakBook.Observation;
import com.quanticity.ibkr.execution.reconcile.witness.OutsideOrders;
import com.quanticity.ibkr.execution.reconcile.witness.Standing;
import com.quanticity.ibkr.execution.reconcile.witness.Witness;
import com.quanticity.ibkr.execution.reconcile.witness.Witnesses;
import com.quanticity.ibkr.execution.reconcile.witness.Witnesses.Reading;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.AdapterOrder;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.transaction.support.TransactionOperations;

/** One comparison after the other: reads the witnesses, then our books, and keeps the discrepancies, locks and alarms in step. */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Witnesses witnesses;
    private final Positions positions;
    private final ChildOrders orders;
    private final FillComparison fills;
    private final OutsideOrders outside;
    private final Discrepancies discrepancies;
    private final BreakBook book;
    private final Standing standing;
    private final LockPublisher locks;
    private final ReconcileAlarms alarms;
    private final TransactionOperations transactions;
    private final Clock clock;

    Reconciler(
            Witnesses witnesses,
            Positions positions,
            ChildOrders orders,
            FillComparison fills,
            OutsideOrders outside,
            Discrepancies discrepancies,
            BreakBook book,
            Standing standing,
            LockPublisher locks,
            ReconcileAlarms alarms,
            TransactionOperations transactions,
            Clock clock) {
        this.witnesses = witnesses;
        this.positions = positions;
        this.orders = orders;
        this.fills = fills;
        this.outside = outside;
        this.discrepancies = discrepancies;
        this.book = book;
        this.standing = standing;
        this.locks = locks;
        this.alarms = alarms;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called by one thread. */
    void run() {
        Instant now = clock.instant();
        Optional<Reading<Position>> held = witnesses.positions(now);
        Optional<Reading<DropCopyOrder>> seen = witnesses.dropCopyOrders(now);
        Optional<Reading<AdapterOrder>> booked = witnesses.adapterOrders(now);
        standing.seen(Witness.POSITIONS, held.map(Reading::asOf).orElse(null), now);
        standing.seen(Witness.DROP_COPY, seen.map(Reading::asOf).orElse(null), now);
        standing.seen(Witness.ADAPTER, booked.map(Reading::asOf).orElse(null), now);
        List<Discrepancy> left = Objects.requireNonNull(transactions.execute(_ -> {
            // Read after the witnesses: what came in between makes a young difference and no more.
            Observation observation = observe(now, held, seen, booked);
            return keep(observation);
        }));
        standing.compared(now, book.young());
        locks.show(left);
        alarms.show(left, standing, now);
        fills.settle();
    }

    private Observation observe(
            Instant now,
            Optional<Reading<Position>> held,
            Optional<Reading<DropCopyOrder>> seen,
            Optional<Reading<AdapterOrder>> booked) {
        Set<String> known = new HashSet<>();
        List<Difference> differences = new ArrayList<>();
        held.ifPresent(reading -> {
            known.add(Witness.POSITIONS.text());
            differences.addAll(PositionCheck.differences(positions.list(null, null), reading.rows()));
        });
        List<OrderSnapshot> open =
                orders.handedOver().stream().map(ChildOrder::snapshot).toList();
        OrderCheck check = new OrderCheck(open, id -> orders.find(id).map(ChildOrder::snapshot));
        booked.ifPresent(reading -> {
            known.add(Witness.ADAPTER.text());
            differences.addAll(check.againstAdapter(reading.rows(), reading.asOf()));
        });
        seen.ifPresent(reading -> fills.compare(now).ifPresent(ofFills -> {
            known.add(Witness.DROP_COPY.text());
            differences.addAll(check.againstDropCopy(reading.rows(), reading.asOf(), outside.adopted()));
            differences.addAll(ofFills);
        }));
        return new Observation(now, known, differences);
    }

    private List<Discrepancy> keep(Observation observation) {
        Map<String, Discrepancy> left = new LinkedHashMap<>();
        List<Discrepancy> before = discrepancies.lockStanding();
        before.forEach(discrepancy -> left.put(discrepancy.id(), discrepancy));
        for (Discrepancy change : book.observe(observation, before)) {
            discrepancies.save(change);
            log(change);
            left.put(change.id(), change);
        }
        return left.values().stream()
                .filter(discrepancy -> !discrepancy.isEnded())
                .toList();
    }

    private static void log(Discrepancy now) {
        LOG.atLevel(now.isEnded() ? Level.INFO : Level.WARN)
                .log(
                        "discrepancy id={} state={} kind={} symbol={} reference={} ours={} theirs={} witness={} since={}",
                        now.id(),
                        now.state(),
                        now.kind(),
                        now.symbol(),
                        now.reference(),
                        now.ours(),
                        now.theirs(),
                        now.witness(),
                        now.since());
    }
}
