package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.JournalWriter.Outcome;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.adapter.translate.OrderTranslator;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.StreamHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes order commands, one after the other: gate, order id, journal, gate again, wire. Every command is answered by an event that Redis
 * has before the command is acknowledged, so a crash in between repeats the answer and never the order. Called on the command thread.
 */
final class OrderDesk implements StreamHandler<OrderCommand> {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final GatewaySession session;
    private final OrderGate gate;
    private final OrderBook book;
    private final OrderIds ids;
    private final JournalWriter journal;
    private final FactSink outbox;
    private final CancelDesk cancels;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer latency;

    OrderDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            FactSink outbox,
            CancelDesk cancels,
            Clock clock,
            MeterRegistry meters) {
        this.session = session;
        this.gate = gate;
        this.book = book;
        this.ids = ids;
        this.journal = journal;
        this.outbox = outbox;
        this.cancels = cancels;
        this.clock = clock;
        this.meters = meters;
        this.latency = meters.timer(AdapterMeter.ORDER_LATENCY.meterName());
    }

    @Override
    public void handle(List<Envelope<OrderCommand>> messages) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (Envelope<OrderCommand> message : messages) {
            told.add(
                    switch (message.data()) {
                        case OrderCommand.Submit submit -> take(submit, message);
                        case OrderCommand.Cancel cancel -> cancels.cancel(cancel);
                    });
        }
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).get();
    }

    /** An order that breaks something here must not keep the commands behind it, cancels among them, from being taken. */
    private CompletableFuture<Void> take(OrderCommand.Submit submit, Envelope<OrderCommand> message)
            throws InterruptedException {
        try {
            return submit(submit, message);
        } catch (RuntimeException e) {
            LOG.error("order command failed clientOrderId={}", submit.clientOrderId(), e);
            synchronized (book) {
                return book.find(submit.clientOrderId()) == null
                        ? deny(
                                JournalRow.of(submit, message, clock.instant()),
                                new GateDecision.Denied(
                                        DenialReason.INVALID_ORDER, "could not be processed: " + e, "", ""))
                        : CompletableFuture.completedFuture(null);
            }
        }
    }

    private CompletableFuture<Void> submit(OrderCommand.Submit submit, Envelope<OrderCommand> message)
            throws InterruptedException {
        Timer.Sample sample = Timer.start(meters);
        Order order = submit.order();
        synchronized (book) {
            BookedOrder known = book.find(order.clientOrderId());
            if (known != null) {
                return repeat(known, order);
            }
        }
        JournalRow row = JournalRow.of(submit, message, clock.instant());
        return switch (gate.decide(order, message.at())) {
            case GateDecision.Denied denied -> deny(row, denied);
            case GateDecision.Passed passed -> {
                CompletableFuture<Void> told = journal(withTerms(row, passed), passed);
                sample.stop(latency);
                yield told;
            }
        };
    }

    private CompletableFuture<Void> journal(JournalRow row, GateDecision.Passed passed) throws InterruptedException {
        return switch (journal.write(row)) {
            case Outcome.Written _ -> send(row);
            case Outcome.AlreadyThere there -> {
                synchronized (book) {
                    yield repeat(book.add(there.row()), row.order());
                }
            }
            case Outcome.OrderIdTaken taken -> {
                ids.seen(taken.highestOrderId());
                yield journal(withTerms(row, passed), passed);
            }
            case Outcome.Unavailable unavailable ->
                deny(row, GateDecision.Denied.of(DenialReason.JOURNAL_UNAVAILABLE, unavailable.why(), ""));
        };
    }

    /** The book's monitor is held from the last check to the note of the sending, so that no callback overtakes it. */
    private CompletableFuture<Void> send(JournalRow row) {
        OrderId orderId = Objects.requireNonNull(row.orderId());
        CompletableFuture<Void> told;
        synchronized (book) {
            told = switch (gate.decide(row.order(), row.commandedAt())) {
                case GateDecision.Denied denied -> deny(row, denied);
                case GateDecision.Passed passed -> place(row, passed, orderId);
            };
        }
        ids.remember(orderId);
        return told;
    }

    private CompletableFuture<Void> place(JournalRow row, GateDecision.Passed passed, OrderId orderId) {
        PlaceOrder request = new PlaceOrder(
                orderId.value(),
                ContractTranslator.INSTANCE.wire(passed.contract()),
                OrderTranslator.wire(row.order(), passed.account()));
        try {
            return switch (session.send(request)) {
                case SendOutcome.Accepted _ -> sent(row, orderId);
                case SendOutcome.Refused refused -> deny(row, denial(refused));
            };
        } catch (RuntimeException e) {
            LOG.error("order send failed clientOrderId={}", row.order().clientOrderId(), e);
            return unsure(row, orderId, "sending failed: " + e);
        }
    }

    private CompletableFuture<Void> unsure(JournalRow row, OrderId orderId, String reason) {
        Instant now = clock.instant();
        BookedOrder order = book.add(row);
        order.enter(JournalState.UNKNOWN, now);
        order.learn(0, reason);
        return outbox.answer(
                new OrderEvent.Unknown(order.clientOrderId(), session.clientId(), orderId, reason, now),
                Facts.moved(order, now));
    }

    private CompletableFuture<Void> sent(JournalRow row, OrderId orderId) {
        Instant now = clock.instant();
        BookedOrder order = book.add(row);
        order.enter(JournalState.SENT, now);
        meters.counter(AdapterMeter.ORDERS_SENT.meterName()).increment();
        LOG.info(
                "order sent clientOrderId={} orderId={} symbol={} side={} type={} quantity={}",
                order.clientOrderId(),
                orderId,
                row.order().symbol(),
                row.order().side(),
                row.order().type(),
                row.order().quantity().toPlainString());
        return outbox.answer(
                new OrderEvent.Accepted(order.clientOrderId(), session.clientId(), orderId, now),
                Facts.moved(order, now));
    }

    private static GateDecision.Denied denial(SendOutcome.Refused refused) {
        DenialReason reason = switch (refused.refusal()) {
            case SERVER_TOO_OLD, ILLEGAL_TEXT, TOO_LONG, NOT_IN_BINDING -> DenialReason.INVALID_ORDER;
            case NOT_CONNECTED, NOT_READY, LEASE_NOT_PROVEN, MAY_NOT_TRADE, QUEUE_FULL, WITHDRAWN, ALREADY_PENDING ->
                DenialReason.SESSION_NOT_READY;
        };
        return new GateDecision.Denied(
                reason, refused.message(), refused.refusal().name(), "");
    }

    private CompletableFuture<Void> deny(JournalRow row, GateDecision.Denied denied) {
        Instant now = clock.instant();
        OrderEvent.Denied event = new OrderEvent.Denied(
                row.order().clientOrderId(), denied.reason(), denied.message(), denied.value(), denied.limit(), now);
        JournalRow closed = row.denied(denied.reason().name(), denied.message(), now);
        synchronized (book) {
            book.add(closed);
        }
        meters.counter(
                        AdapterMeter.ORDERS_DENIED.meterName(),
                        "reason",
                        denied.reason().name())
                .increment();
        LOG.info(
                "order denied reason={} clientOrderId={} clientId={} limit={} value={}",
                denied.reason(),
                event.clientOrderId(),
                session.clientId(),
                denied.limit(),
                denied.value());
        return outbox.answer(event, new JournalChange.Denied(closed));
    }

    /** A command that came again: its answer is told again, nothing is sent again. */
    private CompletableFuture<Void> repeat(BookedOrder known, Order order) {
        Instant now = clock.instant();
        LOG.info(
                "order command came again clientOrderId={} state={}; nothing is sent",
                known.clientOrderId(),
                known.state());
        if (!known.order().equals(order)) {
            return outbox.answer(
                    new OrderEvent.RequestRefused(
                            known.clientOrderId(),
                            0,
                            DenialReason.DUPLICATE_ORDER + ": " + DenialReason.DUPLICATE_ORDER.advice(),
                            now),
                    null);
        }
        return outbox.answer(repeated(known, now), null);
    }

    private OrderEvent repeated(BookedOrder known, Instant now) {
        OrderId orderId = known.orderId();
        if (known.state() == JournalState.DENIED || orderId == null) {
            JournalRow row = known.row();
            return new OrderEvent.Denied(
                    known.clientOrderId(), DenialReason.valueOf(row.reasonCode()), row.reason(), "", "", now);
        }
        if (known.state() == JournalState.JOURNALED) {
            return new OrderEvent.Unknown(
                    known.clientOrderId(),
                    session.clientId(),
                    orderId,
                    "the adapter ended between journal and wire; the gateway is asked whether the order arrived",
                    now);
        }
        return new OrderEvent.Accepted(known.clientOrderId(), session.clientId(), orderId, now);
    }

    private JournalRow withTerms(JournalRow row, GateDecision.Passed passed) {
        return row.withTerms(
                ids.next(),
                passed.account(),
                passed.contract().id(),
                session.status().connection());
    }
}
