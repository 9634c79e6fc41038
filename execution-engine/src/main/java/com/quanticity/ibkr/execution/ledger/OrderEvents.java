package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.Accepted;
import com.quanticity.ibkr.model.order.OrderEvent.CancelPending;
import com.quanticity.ibkr.model.order.OrderEvent.Cancelled;
import com.quanticity.ibkr.model.order.OrderEvent.CommissionReported;
import com.quanticity.ibkr.model.order.OrderEvent.Denied;
import com.quanticity.ibkr.model.order.OrderEvent.Executed;
import com.quanticity.ibkr.model.order.OrderEvent.Modified;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyFailed;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyPending;
import com.quanticity.ibkr.model.order.OrderEvent.Previewed;
import com.quanticity.ibkr.model.order.OrderEvent.Rejected;
import com.quanticity.ibkr.model.order.OrderEvent.RequestRefused;
import com.quanticity.ibkr.model.order.OrderEvent.Unknown;
import com.quanticity.ibkr.model.order.OrderEvent.Working;
import com.quanticity.ibkr.model.stream.Envelope;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the messages of {@code order.event}, each in a transaction of its own together with its id, so that a second delivery changes
 * nothing. A batch in one transaction would hold the rows of many orders and positions while the drop copy and REST take them in another
 * order. While the database is away the message is not done and comes again; one that cannot be applied is set aside for a person.
 */
final class OrderEvents {

    private static final Logger LOG = LoggerFactory.getLogger(OrderEvents.class);

    private final HandledMessages handled;
    private final OrderLedger orders;
    private final FillLedger fills;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final MeterRegistry meters;

    OrderEvents(
            HandledMessages handled,
            OrderLedger orders,
            FillLedger fills,
            TransactionOperations transactions,
            Clock clock,
            MeterRegistry meters) {
        this.handled = handled;
        this.orders = orders;
        this.fills = fills;
        this.transactions = transactions;
        this.clock = clock;
        this.meters = meters;
    }

    void handle(Envelope<OrderEvent> message) {
        try {
            transactions.executeWithoutResult(_ -> applyOnce(message));
        } catch (DataAccessException | TransactionException e) {
            if (!(e instanceof DataIntegrityViolationException)) {
                throw e;
            }
            setAside(message, e);
        } catch (RuntimeException e) {
            setAside(message, e);
        }
    }

    private void applyOnce(Envelope<OrderEvent> message) {
        if (handled.remember(message.id(), clock.instant())) {
            apply(message.data());
        } else {
            meters.counter(ExecutionMeter.DUPLICATES_IGNORED.meterName(), "kind", "message")
                    .increment();
        }
    }

    private void apply(OrderEvent event) {
        switch (event) {
            case Executed executed -> fills.executed(executed);
            case CommissionReported reported -> fills.commissionReported(reported);
            case Accepted _,
                    Denied _,
                    Working _,
                    Cancelled _,
                    Rejected _,
                    RequestRefused _,
                    Unknown _,
                    CancelPending _,
                    ModifyPending _,
                    Modified _,
                    ModifyFailed _ -> learn(event);
            // Of an order that does not exist: its asker waits for the answer elsewhere.
            case Previewed _ -> {}
        }
    }

    private void learn(OrderEvent event) {
        @Nullable ClientOrderId clientOrderId = event.clientOrderId();
        if (clientOrderId != null) {
            orders.lock(clientOrderId).ifPresent(order -> orders.learn(order, event));
        }
    }

    private void setAside(Envelope<OrderEvent> message, RuntimeException cause) {
        transactions.executeWithoutResult(_ -> handled.setAside(message, cause.toString(), clock.instant()));
        meters.counter(ExecutionMeter.EVENTS_SET_ASIDE.meterName()).increment();
        // The whole reason is in the table: the database's text may show an account, which no log may.
        LOG.error(
                "order event not applied messageId={} type={} clientOrderId={} cause={}; it is kept in execution.unapplied_events, "
                        + "correct what it names and publish it again",
                message.id(),
                message.type(),
                message.data().clientOrderId(),
                cause.getClass().getSimpleName());
    }
}
