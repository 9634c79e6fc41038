package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.OrderGate;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.JournalWriter.Outcome;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.StreamHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final WireOrders wire;
    private final OrderAnswers answers;
    private final CancelDesk cancels;
    private final GroupDesk groups;
    private final ModifyDesk modifications;
    private final PreviewDesk previews;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer latency;

    OrderDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            WireOrders wire,
            OrderAnswers answers,
            CancelDesk cancels,
            GroupDesk groups,
            ModifyDesk modifications,
            PreviewDesk previews,
            Clock clock,
            MeterRegistry meters) {
        this.session = session;
        this.gate = gate;
        this.book = book;
        this.ids = ids;
        this.journal = journal;
        this.wire = wire;
        this.answers = answers;
        this.cancels = cancels;
        this.groups = groups;
        this.modifications = modifications;
        this.previews = previews;
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
                        case OrderCommand.CancelAll cancel -> cancels.cancelAll(cancel);
                        case OrderCommand.SubmitGroup group -> groups.take(group, message);
                        case OrderCommand.Modify modify -> modifications.take(modify, message);
                        case OrderCommand.Preview preview -> previews.take(preview, message);
                        case OrderCommand.PreviewGroup preview -> previews.take(preview, message);
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
                        ? answers.deny(
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
                return answers.repeat(known, order);
            }
        }
        JournalRow row = JournalRow.of(submit, message, clock.instant());
        List<Finding> findings = OrderRules.check(order, clock.instant());
        if (!findings.isEmpty()) {
            return answers.deny(row, OrderAnswers.denial(findings));
        }
        return switch (gate.decide(order, submit.by(), message.at())) {
            case GateDecision.Denied denied -> answers.deny(row, denied);
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
                    yield answers.repeat(book.add(there.row()), row.order());
                }
            }
            case Outcome.OrderIdTaken taken -> {
                ids.seen(taken.highestOrderId());
                yield journal(withTerms(row, passed), passed);
            }
            case Outcome.ChangeAlreadyThere there ->
                throw new IllegalStateException(
                        "a change under the id of an order " + there.row().modificationId());
            case Outcome.Unavailable unavailable ->
                answers.deny(row, GateDecision.Denied.of(DenialReason.JOURNAL_UNAVAILABLE, unavailable.why(), ""));
        };
    }

    /** The book's monitor is held from the last check to the note of the sending, so that no callback overtakes it. */
    private CompletableFuture<Void> send(JournalRow row) {
        OrderId orderId = Objects.requireNonNull(row.orderId());
        CompletableFuture<Void> told;
        synchronized (book) {
            told = switch (gate.decide(row.order(), row.commandedBy(), row.commandedAt())) {
                case GateDecision.Denied denied -> answers.deny(row, denied);
                case GateDecision.Passed passed -> place(row, passed, orderId);
            };
        }
        ids.remember(orderId);
        return told;
    }

    private CompletableFuture<Void> place(JournalRow row, GateDecision.Passed passed, OrderId orderId) {
        PlaceOrder request = wire.place(row.order(), orderId, passed, Map.of());
        try {
            return switch (session.send(request)) {
                case SendOutcome.Accepted _ -> answers.sent(row, orderId);
                case SendOutcome.Refused refused -> answers.deny(row, OrderAnswers.denial(refused));
            };
        } catch (RuntimeException e) {
            LOG.error("order send failed clientOrderId={}", row.order().clientOrderId(), e);
            return answers.unsure(row, orderId, "sending failed: " + e);
        }
    }

    private JournalRow withTerms(JournalRow row, GateDecision.Passed passed) {
        return row.withTerms(
                ids.next(),
                passed.account(),
                passed.contract().id(),
                passed.legsById(),
                session.status().connection());
    }
}
