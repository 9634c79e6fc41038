package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes requests to change orders. A change and the command to send it are stored in one transaction. Thread-safe.
 */
final class ModifyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ModifyDesk.class);
    private static final String BY = "execution-engine";

    private final Modifications modifications;
    private final OrderLedger ledger;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Ulid ids;

    /** What is answered: the order as it stands, and the change's id. */
    record Taken(String modificationId, ChildOrder order) {}

    ModifyDesk(
            Modifications modifications,
            OrderLedger ledger,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        this.modifications = modifications;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /**
     * Stores the change, or finds the same one that was stored before; empty when there is no such order.
     *
     * @throws ApiException 400 or 409 when the order cannot be changed like this
     */
    Optional<Taken> modify(IdempotencyKey key, ClientOrderId clientOrderId, ChangeRequest request) {
        return transactions.execute(_ -> ledger.lock(clientOrderId).map(order -> modify(key, order, request)));
    }

    private Taken modify(IdempotencyKey key, ChildOrder order, ChangeRequest request) {
        ClientOrderId id = order.snapshot().order().clientOrderId();
        String fingerprint = ModelJson.write(request);
        Optional<Modifications.Taken> known = modifications.taken(key);
        if (known.isPresent()) {
            return repeated(known.get(), order, fingerprint);
        }
        OrderSnapshot snapshot = order.snapshot();
        checkStatus(snapshot);
        Order standing = snapshot.order();
        OrderChange change = request.change(standing);
        InvalidOrders.refuse(OrderRules.check(standing, change, snapshot.filledQuantity(), clock.instant()));
        String modificationId = ids.next();
        if (!modifications.insert(modificationId, key, id, fingerprint, change, clock.instant())) {
            return repeated(modifications.taken(key).orElseThrow(), order, fingerprint);
        }
        outbox.append(Topics.ORDER_COMMAND, id.value(), new OrderCommand.Modify(id, modificationId, change, BY));
        LOG.info("change requested clientOrderId={} modificationId={}", id, modificationId);
        return new Taken(modificationId, order);
    }

    private static void checkStatus(OrderSnapshot snapshot) {
        OrderStatus status = snapshot.status();
        String words = switch (status) {
            case WORKING, PARTIALLY_FILLED -> "";
            case STORED, IN_FLIGHT, UNKNOWN -> "Wait until it is WORKING.";
            case PENDING_MODIFY -> "Wait for the outcome of the change before, or cancel the order.";
            case PENDING_CANCEL -> "Its cancel is under way.";
            case FILLED, CANCELLED, REJECTED, DENIED -> "There is nothing left to change.";
        };
        if (!words.isEmpty()) {
            throw ApiException.conflict(
                            status.isTerminal() ? "ORDER_ENDED" : "ORDER_NOT_WORKING",
                            "Order " + snapshot.order().clientOrderId() + " is " + status + ". " + words)
                    .with("status", status);
        }
    }

    private static Taken repeated(Modifications.Taken taken, ChildOrder order, String fingerprint) {
        boolean isSame = taken.clientOrderId().equals(order.snapshot().order().clientOrderId())
                && taken.fingerprint().equals(fingerprint);
        if (!isSame) {
            throw ApiException.conflict(
                            "IDEMPOTENCY_KEY_TAKEN",
                            "This Idempotency-Key belongs to change " + taken.modificationId() + " of order "
                                    + taken.clientOrderId() + ". Nothing was stored. Use a new key for a new change.")
                    .with("modificationId", taken.modificationId());
        }
        return new Taken(taken.modificationId(), order);
    }
}
