package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to commands for new orders: into the book, to the journal, on the stream. Each future completes when Redis has the answer. */
final class OrderAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(OrderAnswers.class);

    private final ClientId clientId;
    private final OrderBook book;
    private final FactSink outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    OrderAnswers(ClientId clientId, OrderBook book, FactSink outbox, Clock clock, MeterRegistry meters) {
        this.clientId = clientId;
        this.book = book;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    /** Handed to the wire. Call with the book's monitor held. */
    CompletableFuture<Void> sent(JournalRow row, OrderId orderId) {
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
                new OrderEvent.Accepted(order.clientOrderId(), clientId, orderId, now), Facts.moved(order, now));
    }

    /** Perhaps handed to the wire. Call with the book's monitor held. */
    CompletableFuture<Void> unsure(JournalRow row, OrderId orderId, String reason) {
        Instant now = clock.instant();
        BookedOrder order = book.add(row);
        order.enter(JournalState.UNKNOWN, now);
        order.learn(0, reason);
        return outbox.answer(
                new OrderEvent.Unknown(order.clientOrderId(), clientId, orderId, reason, now), Facts.moved(order, now));
    }

    CompletableFuture<Void> deny(JournalRow row, GateDecision.Denied denied) {
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
                clientId,
                denied.limit(),
                denied.value());
        return outbox.answer(event, new JournalChange.Denied(closed));
    }

    /** A command that came again: its answer is told again, nothing is sent again. */
    CompletableFuture<Void> repeat(BookedOrder known, Order order) {
        Instant now = clock.instant();
        LOG.info(
                "order command came again clientOrderId={} state={}; nothing is sent",
                known.clientOrderId(),
                known.state());
        if (!known.row().order().equals(order)) {
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
                    clientId,
                    orderId,
                    "the adapter ended between journal and wire; the gateway is asked whether the order arrived",
                    now);
        }
        return new OrderEvent.Accepted(known.clientOrderId(), clientId, orderId, now);
    }

    /** A session that does not take a request, in the words of a denial. */
    static GateDecision.Denied denial(SendOutcome.Refused refused) {
        DenialReason reason = switch (refused.refusal()) {
            case SERVER_TOO_OLD, ILLEGAL_TEXT, TOO_LONG, NOT_IN_BINDING -> DenialReason.INVALID_ORDER;
            case NOT_CONNECTED, NOT_READY, LEASE_NOT_PROVEN, MAY_NOT_TRADE, QUEUE_FULL, WITHDRAWN, ALREADY_PENDING ->
                DenialReason.SESSION_NOT_READY;
        };
        return new GateDecision.Denied(
                reason, refused.message(), refused.refusal().name(), "");
    }

    /** What the rules of orders found, in the words of a denial. */
    static GateDecision.Denied denial(List<Finding> findings) {
        Finding first = findings.getFirst();
        return new GateDecision.Denied(
                DenialReason.INVALID_ORDER,
                first.field(),
                findings.stream().map(Finding::text).collect(Collectors.joining("; ")),
                first.value(),
                "");
    }
}
