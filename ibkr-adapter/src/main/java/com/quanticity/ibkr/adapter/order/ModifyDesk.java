package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.OrderGate;
import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.JournalWriter.Outcome;
import com.quanticity.ibkr.adapter.journal.ModificationRow;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyFailure;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes of live orders: rules, gate, journal, gate again, wire, under the order's own id. One change of an order is under way at a
 * time. The same change is never sent twice; a command that comes again is answered as the first time. Called on the command thread; what
 * comes of a change {@link OpenChanges} tells.
 */
final class ModifyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ModifyDesk.class);

    private final GatewaySession session;
    private final OrderGate gate;
    private final OrderBook book;
    private final JournalWriter journal;
    private final WireOrders wire;
    private final OpenChanges changes;
    private final FactSink outbox;
    private final Clock clock;

    ModifyDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            JournalWriter journal,
            WireOrders wire,
            OpenChanges changes,
            FactSink outbox,
            Clock clock) {
        this.session = session;
        this.gate = gate;
        this.book = book;
        this.journal = journal;
        this.wire = wire;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A change that breaks something here must not keep the commands behind it from being taken. */
    CompletableFuture<Void> take(OrderCommand.Modify modify, Envelope<OrderCommand> message)
            throws InterruptedException {
        try {
            return modify(modify, message);
        } catch (RuntimeException e) {
            LOG.error("modify command failed clientOrderId={}", modify.clientOrderId(), e);
            return refuse(modify, DenialReason.INVALID_ORDER.name(), "could not be processed: " + e);
        }
    }

    private CompletableFuture<Void> modify(OrderCommand.Modify modify, Envelope<OrderCommand> message)
            throws InterruptedException {
        Order wanted;
        List<Finding> findings;
        synchronized (book) {
            BookedOrder order = book.find(modify.clientOrderId());
            if (order == null) {
                return refuse(modify, "", "no such order here; nothing was changed");
            }
            ModificationRow known = order.change(modify.modificationId());
            if (known != null) {
                return repeat(known);
            }
            String unable = whyNot(order);
            if (!unable.isEmpty()) {
                return refuse(modify, "", unable);
            }
            wanted = modify.change().appliedTo(order.order());
            findings = OrderRules.check(order.order(), modify.change(), order.filled(), clock.instant());
        }
        ModificationRow row = ModificationRow.of(modify, wanted, message, clock.instant());
        if (!findings.isEmpty()) {
            return deny(row, OrderAnswers.denial(findings));
        }
        GateDecision decision = decide(row);
        return decision instanceof GateDecision.Denied denied ? deny(row, denied) : journal(row);
    }

    private static String whyNot(BookedOrder order) {
        if (!order.isLive()) {
            return "the order is " + order.state() + " already; nothing was changed";
        }
        if (order.isCancelRequested()) {
            return "a cancel of the order is under way; nothing was changed";
        }
        if (!order.isAcknowledged()) {
            return "the broker has not acknowledged the order yet; change it when it works";
        }
        return order.openChange() == null
                ? ""
                : "change " + Objects.requireNonNull(order.openChange()).modificationId()
                        + " is not confirmed yet; wait for it or cancel the order";
    }

    private CompletableFuture<Void> journal(ModificationRow row) throws InterruptedException {
        return switch (journal.write(row)) {
            case Outcome.Written _ -> send(row);
            case Outcome.ChangeAlreadyThere there -> repeat(there.row());
            case Outcome.Unavailable unavailable ->
                deny(row, GateDecision.Denied.of(DenialReason.JOURNAL_UNAVAILABLE, unavailable.why(), ""));
            case Outcome.AlreadyThere _, Outcome.OrderIdTaken _ ->
                throw new IllegalStateException("an order under the id of a change " + row.modificationId());
        };
    }

    /** The book's monitor is held from the last check to the note of the sending, so that no callback overtakes it. */
    private CompletableFuture<Void> send(ModificationRow row) {
        synchronized (book) {
            BookedOrder order = Objects.requireNonNull(book.find(row.clientOrderId()));
            String unable = whyNot(order);
            if (!unable.isEmpty()) {
                return deny(row, new GateDecision.Denied(DenialReason.INVALID_ORDER, unable, "", ""));
            }
            return switch (decide(row)) {
                case GateDecision.Denied denied -> deny(row, denied);
                case GateDecision.Passed passed -> place(order, row, passed);
            };
        }
    }

    private CompletableFuture<Void> place(BookedOrder order, ModificationRow row, GateDecision.Passed passed) {
        Order transmitted = row.wanted()
                .withAttributes(
                        row.wanted().attributes().toBuilder().transmit(true).build());
        OrderId orderId = Objects.requireNonNull(order.orderId());
        PlaceOrder request = wire.place(transmitted, orderId, passed, Map.of());
        ModificationRow sent = row.moved(ModificationState.SENT, "", "", clock.instant());
        String broken;
        try {
            if (session.send(request) instanceof SendOutcome.Refused refused) {
                return deny(row, OrderAnswers.denial(refused));
            }
            broken = "";
        } catch (RuntimeException e) {
            LOG.error("change send failed clientOrderId={}", row.clientOrderId(), e);
            broken = "sending failed: " + e;
        }
        order.enter(sent);
        LOG.info(
                "change sent clientOrderId={} orderId={} modificationId={} quantity={} limitPrice={} timeInForce={}",
                row.clientOrderId(),
                orderId,
                row.modificationId(),
                row.wanted().quantity().toPlainString(),
                row.wanted().limitPrice(),
                row.wanted().timeInForce());
        CompletableFuture<Void> told = outbox.answer(
                new OrderEvent.ModifyPending(row.clientOrderId(), row.modificationId(), row.change(), sent.at()),
                new JournalChange.Modification(sent));
        if (!broken.isEmpty()) {
            changes.unknown(order, broken);
        }
        return told;
    }

    private GateDecision decide(ModificationRow row) {
        return gate.decideChange(row.wanted(), row.commandedBy(), row.commandedAt());
    }

    private CompletableFuture<Void> deny(ModificationRow row, GateDecision.Denied denied) {
        Instant now = clock.instant();
        String value = denied.value().isEmpty() ? "" : " value=" + denied.value();
        String limit = denied.limit().isEmpty() ? "" : " limit=" + denied.limit();
        ModificationRow failed =
                row.moved(ModificationState.FAILED, denied.reason().name(), denied.message() + value + limit, now);
        synchronized (book) {
            BookedOrder order = book.find(row.clientOrderId());
            if (order != null) {
                order.enter(failed);
            }
        }
        LOG.info(
                "change denied reason={} clientOrderId={} modificationId={} limit={} value={}",
                denied.reason(),
                row.clientOrderId(),
                row.modificationId(),
                denied.limit(),
                denied.value());
        return outbox.answer(failure(failed, ModifyFailure.DENIED), new JournalChange.Modification(failed));
    }

    /** Not even looked at: nothing is kept of it. */
    private CompletableFuture<Void> refuse(OrderCommand.Modify modify, String code, String why) {
        LOG.info(
                "change refused clientOrderId={} modificationId={} reason={}",
                modify.clientOrderId(),
                modify.modificationId(),
                why);
        return outbox.answer(
                new OrderEvent.ModifyFailed(
                        modify.clientOrderId(),
                        modify.modificationId(),
                        ModifyFailure.DENIED,
                        code,
                        why,
                        clock.instant()),
                null);
    }

    private CompletableFuture<Void> repeat(ModificationRow known) {
        LOG.info(
                "modify command came again clientOrderId={} modificationId={} state={}; nothing is sent",
                known.clientOrderId(),
                known.modificationId(),
                known.state());
        OrderEvent answer = switch (known.state()) {
            case MADE ->
                new OrderEvent.Modified(known.clientOrderId(), known.modificationId(), known.change(), known.at());
            case FAILED -> failure(known, ModifyFailure.DENIED);
            case UNKNOWN, JOURNALED -> failure(known, ModifyFailure.UNKNOWN);
            case SENT ->
                new OrderEvent.ModifyPending(known.clientOrderId(), known.modificationId(), known.change(), known.at());
        };
        return outbox.answer(answer, null);
    }

    private static OrderEvent failure(ModificationRow row, ModifyFailure failure) {
        return new OrderEvent.ModifyFailed(
                row.clientOrderId(), row.modificationId(), failure, row.reasonCode(), row.reason(), row.at());
    }
}
