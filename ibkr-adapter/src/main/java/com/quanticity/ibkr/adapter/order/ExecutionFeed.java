package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.translate.ExecutionTranslator;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executions and their costs, each told once in this process although live feed and queries repeat them. A commission that comes before
 * its execution is told at once, and again with the order's id when the execution arrives. Call with the book's monitor held.
 */
final class ExecutionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionFeed.class);

    private final ClientId clientId;
    private final OrderBook book;
    private final OrderIds ids;
    private final OpenChanges changes;
    private final FactSink outbox;
    private final Clock clock;

    ExecutionFeed(ClientId clientId, OrderBook book, OrderIds ids, OpenChanges changes, FactSink outbox, Clock clock) {
        this.clientId = clientId;
        this.book = book;
        this.ids = ids;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes one execution, live or from a query.
     *
     * @throws IllegalArgumentException when it cannot be read without guessing
     */
    void onExecution(TradingEvent.ExecDetails details) {
        Execution execution = ExecutionTranslator.INSTANCE.execution(details);
        boolean ours = execution.clientId().equals(clientId);
        if (ours) {
            ids.seen(execution.orderId().value());
        }
        ClientOrderId reference = OrderReference.parse(details.execution().orderRef());
        BookedOrder order = book.match(
                details.execution().orderRef(),
                details.execution().permId(),
                ours,
                execution.orderId().value());
        ClientOrderId owner = order == null ? reference : order.clientOrderId();
        if (order != null) {
            book.learn(order, details.execution().permId());
        }
        if (book.hear(execution, owner)) {
            tell(execution, owner, order);
        } else {
            LOG.debug("execution repeated execId={}", execution.execId());
        }
    }

    void onCommission(TradingEvent.CommissionReport wire) {
        CommissionReport report = ExecutionTranslator.INSTANCE.commission(wire);
        if (book.hear(report)) {
            tell(report, book.ownerOf(report.execId()));
        }
    }

    private void tell(Execution execution, @Nullable ClientOrderId owner, @Nullable BookedOrder order) {
        Instant now = clock.instant();
        LOG.info(
                "execution execId={} clientOrderId={} orderId={} symbol={} side={} quantity={} price={}",
                execution.execId(),
                owner,
                execution.orderId(),
                execution.symbol(),
                execution.side(),
                execution.quantity().toPlainString(),
                execution.price().toPlainString());
        outbox.tell(new OrderEvent.Executed(owner, execution, now), order == null ? null : fill(order, execution, now));
        CommissionReport early = book.commissionOf(execution.execId());
        if (early != null && owner != null) {
            tell(early, owner);
        }
    }

    /** Of a combination only its own executions fill the order; those of its legs count other things than combinations. */
    private JournalChange fill(BookedOrder order, Execution execution, Instant now) {
        if (order.isCombination() && !execution.fillsCombination()) {
            return Facts.moved(order, now);
        }
        order.fill(execution.cumulativeQuantity());
        if (order.isFilledCompletely()) {
            order.enter(JournalState.FILLED, now);
            changes.onFilled(order, order.filled());
        } else if (order.isLive()) {
            order.enter(JournalState.WORKING, now);
        }
        return Facts.moved(order, now);
    }

    private void tell(CommissionReport report, @Nullable ClientOrderId owner) {
        outbox.tell(new OrderEvent.CommissionReported(owner, report, clock.instant()), null);
    }
}
