package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.ledger.AdoptedFills;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.execution.reconcile.StatedTrades.StatedTrade;
import com.quanticity.ibkr.execution.reconcile.witness.OutsideOrders;
import com.quanticity.ibkr.execution.reconcile.witness.WitnessedFills;
import com.quanticity.ibkr.execution.reconcile.witness.Witnesses;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts our books right: books what only the witness has, or what a person says. Each method takes part in the caller's transaction and
 * answers why it could not, empty when it did.
 */
final class Adoption {

    private static final Optional<String> DONE = Optional.empty();
    private static final String EXCHANGE = "ADJUSTMENT";
    private static final String STATEMENT = "STATEMENT";

    private final Witnesses witnesses;
    private final WitnessedFills witnessed;
    private final OutsideOrders outside;
    private final Positions positions;
    private final AdoptedFills fills;
    private final OrderLedger orders;
    private final StatedTrades stated;
    private final Clock clock;
    private final Ulid ids;

    Adoption(
            Witnesses witnesses,
            WitnessedFills witnessed,
            OutsideOrders outside,
            Positions positions,
            AdoptedFills fills,
            OrderLedger orders,
            StatedTrades stated,
            Clock clock) {
        this.witnesses = witnesses;
        this.witnessed = witnessed;
        this.outside = outside;
        this.positions = positions;
        this.fills = fills;
        this.orders = orders;
        this.stated = stated;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    Optional<String> adopt(Discrepancy discrepancy, Decision.Adopt decision) {
        return switch (discrepancy.kind()) {
            case POSITION -> position(discrepancy, decision);
            case FILL_NOT_IN_LEDGER -> fill(discrepancy);
            case ORDER_NOT_AT_BROKER, ORDER_NOT_AT_ADAPTER -> endOrder(discrepancy, decision);
            case ORDER_NOT_IN_LEDGER -> outsideOrder(discrepancy, decision);
            case STATEMENT_TRADE -> stated(discrepancy);
            case FILL_DIFFERS, FILL_NOT_IN_DROP_COPY, STATEMENT_POSITION, STATEMENT_CASH ->
                Optional.of(
                        "a " + discrepancy.kind() + " has no side to take over; correct it by a fill, or ignore it");
        };
    }

    Optional<String> correct(Discrepancy discrepancy, Decision.Correct decision) {
        ContractId contractId = discrepancy.contractId();
        if (contractId == null || discrepancy.account().isEmpty()) {
            return Optional.of("it names no account and contract to book a fill in; adopt or ignore it");
        }
        // What puts a day right that is over belongs to that day.
        Instant at = stated.endOfDay(discrepancy.witness()).orElseGet(clock::instant);
        book(discrepancy, contractId, decision.side(), decision.quantity(), decision.price(), at);
        return DONE;
    }

    private Optional<String> position(Discrepancy discrepancy, Decision.Adopt decision) {
        BigDecimal price = decision.price();
        ContractId contractId = discrepancy.contractId();
        if (price == null || contractId == null) {
            return Optional.of("a position needs the price that the missing quantity is booked at");
        }
        var reading = witnesses.positions(clock.instant());
        if (reading.isEmpty()) {
            return Optional.of("the broker's positions are not known now; wait until they are");
        }
        positions.lock(discrepancy.account(), contractId);
        BigDecimal theirs = reading.get().rows().stream()
                .filter(position -> position.account().equals(discrepancy.account())
                        && position.contractId().equals(contractId))
                .map(Position::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal ours = positions.list(discrepancy.account(), null).stream()
                .filter(position -> position.contractId().equals(contractId))
                .map(LedgerPosition::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal missing = theirs.subtract(ours);
        if (missing.signum() != 0) {
            book(
                    discrepancy,
                    contractId,
                    missing.signum() > 0 ? Side.BUY : Side.SELL,
                    missing.abs(),
                    price,
                    clock.instant());
        }
        return DONE;
    }

    private Optional<String> fill(Discrepancy discrepancy) {
        Optional<ExecutionSeen> seen = witnessed.find(discrepancy.reference());
        if (seen.isEmpty()) {
            return Optional.of("the drop copy does not hold execution " + discrepancy.reference());
        }
        String orderRef = seen.get().orderRef();
        ClientOrderId owner = Ulid.isValid(orderRef) ? ClientOrderId.of(orderRef) : null;
        fills.executed(seen.get().execution(), owner, seen.get().origin(), clock.instant());
        return DONE;
    }

    private Optional<String> stated(Discrepancy discrepancy) {
        if (!discrepancy.ours().isEmpty()) {
            return Optional.of("our books hold this trade already, as '" + discrepancy.ours()
                    + "'; ask the broker's desk, then correct the position by a fill, or ignore it");
        }
        Optional<StatedTrade> trade =
                stated.find(discrepancy.account(), discrepancy.witness(), discrepancy.reference());
        if (trade.isEmpty()) {
            return Optional.of(
                    "the statement has no trade " + discrepancy.reference() + " any more; look at its report");
        }
        ContractId contractId = trade.get().contractId();
        if (contractId == null) {
            return Optional.of("the statement names no contract; add the field conid to the query and import it again");
        }
        book(discrepancy, trade.get(), contractId);
        return DONE;
    }

    /** Under the broker's execution id: if the API tells the same trade later it counts once. */
    private void book(Discrepancy discrepancy, StatedTrade trade, ContractId contractId) {
        Optional<OrderSnapshot> owner = owner(trade.orderRef());
        Instant now = clock.instant();
        Execution execution = new Execution(
                trade.execId(),
                owner.map(OrderSnapshot::clientId).orElse(ClientId.of(0)),
                owner.map(OrderSnapshot::orderId).orElse(OrderId.of(0)),
                trade.permId(),
                discrepancy.account(),
                contractId,
                trade.symbol(),
                trade.side(),
                trade.quantity(),
                trade.price(),
                trade.quantity(),
                null,
                STATEMENT,
                trade.executedAt());
        ClientOrderId order = owner.isPresent() ? ClientOrderId.of(trade.orderRef()) : null;
        fills.executed(execution, order, TradeOrigin.STATEMENT, now);
        BigDecimal commission = trade.commission();
        if (commission != null) {
            fills.commissionReported(
                    new CommissionReport(trade.execId(), commission, trade.commissionCurrency(), null), now);
        }
    }

    /** An order of ours that reached the broker. */
    private Optional<OrderSnapshot> owner(String orderRef) {
        return Ulid.isValid(orderRef)
                ? orders.lock(ClientOrderId.of(orderRef))
                        .map(ChildOrder::snapshot)
                        .filter(order -> order.clientId() != null && order.orderId() != null)
                : Optional.empty();
    }

    private Optional<String> endOrder(Discrepancy discrepancy, Decision decision) {
        ClientOrderId id = ClientOrderId.of(discrepancy.reference());
        Optional<ChildOrder> order = orders.lock(id);
        if (order.isEmpty()) {
            return Optional.of("there is no such order in the ledger");
        }
        OrderSnapshot snapshot = order.get().snapshot();
        String reason = "reconciled by " + decision.by() + ": " + decision.reason();
        ClientId clientId = snapshot.clientId();
        OrderId orderId = snapshot.orderId();
        if (clientId == null || orderId == null) {
            orders.cancelHere(order.get(), reason);
        } else {
            Instant now = clock.instant();
            orders.learn(
                    order.get(), new OrderEvent.Cancelled(id, clientId, orderId, snapshot.permId(), "", reason, now));
        }
        return DONE;
    }

    private Optional<String> outsideOrder(Discrepancy discrepancy, Decision decision) {
        Optional<DropCopyOrder> seen = witnesses.dropCopyOrders(clock.instant()).stream()
                .flatMap(reading -> reading.rows().stream())
                .filter(order -> order.orderRef().equals(discrepancy.reference())
                        || Long.toString(order.permId()).equals(discrepancy.reference()))
                .findFirst();
        if (seen.isEmpty()) {
            return Optional.of("the drop copy does not show this order now; wait until it is known");
        }
        outside.adopt(seen.get(), decision.by());
        return DONE;
    }

    private void book(
            Discrepancy discrepancy,
            ContractId contractId,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            Instant at) {
        Execution execution = new Execution(
                "ADJ-" + ids.next() + ".01",
                ClientId.of(0),
                OrderId.of(0),
                null,
                discrepancy.account(),
                contractId,
                discrepancy.symbol(),
                side,
                quantity,
                price,
                quantity,
                null,
                EXCHANGE,
                at);
        fills.executed(execution, null, TradeOrigin.ADJUSTMENT, clock.instant());
    }
}
