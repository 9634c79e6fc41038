package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.GroupGate;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.JournalWriter.Outcome;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Envelope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes groups of orders, all or none: every order passes rules and gate before any gets an id, all ids are taken together, all rows are
 * journaled in one statement, all pass the gate again before the first is sent. Of a bracket only the last one transmits, so what was sent
 * before it stays silent at the gateway. Should the session refuse in the middle, what was sent is cancelled. Called on the command thread.
 */
final class GroupDesk {

    private static final Logger LOG = LoggerFactory.getLogger(GroupDesk.class);

    private final GatewaySession session;
    private final GroupGate gate;
    private final OrderBook book;
    private final OrderIds ids;
    private final JournalWriter journal;
    private final WireOrders wire;
    private final OrderAnswers answers;
    private final CancelDesk cancels;
    private final Clock clock;

    GroupDesk(
            GatewaySession session,
            GroupGate gate,
            OrderBook book,
            OrderIds ids,
            JournalWriter journal,
            WireOrders wire,
            OrderAnswers answers,
            CancelDesk cancels,
            Clock clock) {
        this.session = session;
        this.gate = gate;
        this.book = book;
        this.ids = ids;
        this.journal = journal;
        this.wire = wire;
        this.answers = answers;
        this.cancels = cancels;
        this.clock = clock;
    }

    /** A group that breaks something here must not keep the commands behind it from being taken. */
    CompletableFuture<Void> take(OrderCommand.SubmitGroup submit, Envelope<OrderCommand> message)
            throws InterruptedException {
        try {
            return submit(submit.group(), rows(submit, message));
        } catch (RuntimeException e) {
            LOG.error("group command failed groupId={}", submit.group().groupId(), e);
            return denyUnknown(
                    rows(submit, message),
                    new GateDecision.Denied(DenialReason.INVALID_ORDER, "could not be processed: " + e, "", ""));
        }
    }

    private CompletableFuture<Void> submit(OrderGroup group, List<JournalRow> rows) throws InterruptedException {
        synchronized (book) {
            if (group.orders().stream().anyMatch(order -> book.find(order.clientOrderId()) != null)) {
                return repeat(rows);
            }
        }
        List<Finding> findings = OrderRules.check(group, clock.instant());
        if (!findings.isEmpty()) {
            return denyAll(rows, null, OrderAnswers.denial(findings));
        }
        List<GateDecision> decisions = ask(rows);
        List<JournalRow> passed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            switch (decisions.get(i)) {
                case GateDecision.Denied denied -> {
                    return denyAll(rows, rows.get(i), denied);
                }
                case GateDecision.Passed terms ->
                    passed.add(rows.get(i)
                            .withTerms(
                                    OrderId.of(Integer.MAX_VALUE),
                                    terms.account(),
                                    terms.contract().id(),
                                    terms.legsById(),
                                    session.status().connection()));
            }
        }
        return journal(group, passed);
    }

    private List<GateDecision> ask(List<JournalRow> rows) {
        JournalRow first = rows.getFirst();
        return gate.decide(orders(rows), first.commandedBy(), first.commandedAt());
    }

    private static List<Order> orders(List<JournalRow> rows) {
        return rows.stream().map(JournalRow::order).toList();
    }

    private CompletableFuture<Void> journal(OrderGroup group, List<JournalRow> passed) throws InterruptedException {
        List<JournalRow> rows = passed.stream().map(this::withNextId).toList();
        return switch (journal.write(rows)) {
            case Outcome.Written _ -> send(group, rows);
            case Outcome.AlreadyThere there -> {
                synchronized (book) {
                    book.add(there.row());
                    yield repeat(rows);
                }
            }
            case Outcome.OrderIdTaken taken -> {
                ids.seen(taken.highestOrderId());
                yield journal(group, passed);
            }
            case Outcome.ChangeAlreadyThere there ->
                throw new IllegalStateException(
                        "a change under the id of an order " + there.row().modificationId());
            case Outcome.Unavailable unavailable ->
                denyAll(rows, null, GateDecision.Denied.of(DenialReason.JOURNAL_UNAVAILABLE, unavailable.why(), ""));
        };
    }

    /**
     * The book's monitor is held from the last check to the note of the last sending, so that no callback overtakes it. Each order that
     * passed counts when the next of the group is asked about.
     */
    private CompletableFuture<Void> send(OrderGroup group, List<JournalRow> rows) {
        JournalRow first = rows.getFirst();
        CompletableFuture<Void> told;
        synchronized (book) {
            told = gate.decideTogether(
                    orders(rows),
                    first.commandedBy(),
                    first.commandedAt(),
                    decisions -> sendIfAllPass(group, rows, decisions));
        }
        ids.remember(Objects.requireNonNull(rows.getLast().orderId()));
        return told;
    }

    private CompletableFuture<Void> sendIfAllPass(
            OrderGroup group, List<JournalRow> rows, List<GateDecision> decisions) {
        Map<JournalRow, GateDecision.Passed> passed = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            switch (decisions.get(i)) {
                case GateDecision.Denied denied -> {
                    return denyAll(rows, rows.get(i), denied);
                }
                case GateDecision.Passed terms -> passed.put(rows.get(i), terms);
            }
        }
        List<PlaceOrder> requests = requests(passed);
        LOG.info("group sent groupId={} kind={} orders={}", group.groupId(), group.kind(), rows.size());
        return place(rows, requests);
    }

    private List<PlaceOrder> requests(Map<JournalRow, GateDecision.Passed> passed) {
        Map<ClientOrderId, OrderId> siblings = new HashMap<>();
        passed.keySet()
                .forEach(row -> siblings.put(row.order().clientOrderId(), Objects.requireNonNull(row.orderId())));
        List<PlaceOrder> requests = new ArrayList<>();
        passed.forEach((row, terms) ->
                requests.add(wire.place(row.order(), Objects.requireNonNull(row.orderId()), terms, siblings)));
        return requests;
    }

    private CompletableFuture<Void> place(List<JournalRow> rows, List<PlaceOrder> requests) {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JournalRow row = rows.get(i);
            OrderId orderId = Objects.requireNonNull(row.orderId());
            String broken;
            try {
                SendOutcome outcome = session.send(requests.get(i));
                if (outcome instanceof SendOutcome.Refused refused) {
                    told.add(denyAll(rows.subList(i, rows.size()), row, OrderAnswers.denial(refused)));
                    cancelSent(rows.subList(0, i));
                    return all(told);
                }
                told.add(answers.sent(row, orderId));
                continue;
            } catch (RuntimeException e) {
                LOG.error("order send failed clientOrderId={}", row.order().clientOrderId(), e);
                broken = "sending failed: " + e;
            }
            told.add(answers.unsure(row, orderId, broken));
            if (i + 1 < rows.size()) {
                told.add(denyAll(rows.subList(i + 1, rows.size()), null, groupDenied(row.order(), broken)));
            }
            cancelSent(rows.subList(0, i + 1));
            return all(told);
        }
        return all(told);
    }

    private void cancelSent(List<JournalRow> rows) {
        rows.forEach(row -> cancels.request(row.order().clientOrderId()));
    }

    private CompletableFuture<Void> repeat(List<JournalRow> rows) {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (JournalRow row : rows) {
            BookedOrder known = book.find(row.order().clientOrderId());
            told.add(
                    known != null
                            ? answers.repeat(known, row.order())
                            : answers.deny(row, GateDecision.Denied.of(DenialReason.DUPLICATE_ORDER, "group", "")));
        }
        return all(told);
    }

    private CompletableFuture<Void> denyUnknown(List<JournalRow> rows, GateDecision.Denied denied) {
        synchronized (book) {
            return denyAll(
                    rows.stream()
                            .filter(row -> book.find(row.order().clientOrderId()) == null)
                            .toList(),
                    null,
                    denied);
        }
    }

    /** @param culprit the order that the denial is about, null when it is about all of them */
    private CompletableFuture<Void> denyAll(
            List<JournalRow> rows, @Nullable JournalRow culprit, GateDecision.Denied denied) {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (JournalRow row : rows) {
            told.add(answers.deny(row, culprit == null || culprit == row ? denied : other(culprit.order(), denied)));
        }
        return all(told);
    }

    private static GateDecision.Denied other(Order culprit, GateDecision.Denied denied) {
        return new GateDecision.Denied(
                denied.reason(),
                denied.field(),
                "order " + culprit.clientOrderId() + " of the same group was denied, so none was sent: "
                        + denied.message(),
                denied.value(),
                denied.limit());
    }

    private static GateDecision.Denied groupDenied(Order culprit, String why) {
        return new GateDecision.Denied(
                DenialReason.SESSION_NOT_READY,
                "order " + culprit.clientOrderId() + " of the same group failed: " + why,
                "",
                "");
    }

    private JournalRow withNextId(JournalRow row) {
        return row.withTerms(
                ids.next(), row.account(), Objects.requireNonNull(row.contractId()), row.legs(), row.connection());
    }

    private List<JournalRow> rows(OrderCommand.SubmitGroup submit, Envelope<OrderCommand> message) {
        return submit.group().orders().stream()
                .map(order -> JournalRow.of(new OrderCommand.Submit(order, submit.by()), message, clock.instant()))
                .toList();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> told) {
        return CompletableFuture.allOf(told.toArray(CompletableFuture[]::new));
    }
}
