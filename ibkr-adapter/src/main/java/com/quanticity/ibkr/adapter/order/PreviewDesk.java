package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.GroupGate;
import com.quanticity.ibkr.adapter.gate.OrderGate;
import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks gate and broker what would come of an order, or of all orders of a group. The request is marked what-if, so the broker places
 * nothing; its order id is used for nothing else. Of a group only what may fill at once is asked of the broker, and nothing when the gate
 * would deny one of it. Nothing of it enters the book or the journal. Called on the command thread; what the broker says {@link OpenPreviews}
 * tells. Source: wire specification, orders section 5.
 */
final class PreviewDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewDesk.class);

    private final GatewaySession session;
    private final OrderGate gate;
    private final GroupGate groupGate;
    private final OrderBook book;
    private final OrderIds ids;
    private final WireOrders wire;
    private final OpenPreviews open;
    private final FactSink outbox;
    private final Clock clock;

    PreviewDesk(
            GatewaySession session,
            OrderGate gate,
            OrderBook book,
            OrderIds ids,
            WireOrders wire,
            OpenPreviews open,
            FactSink outbox,
            Clock clock) {
        this.session = session;
        this.gate = gate.forPreviews();
        this.groupGate = new GroupGate(this.gate, id -> book.find(id) != null);
        this.book = book;
        this.ids = ids;
        this.wire = wire;
        this.open = open;
        this.outbox = outbox;
        this.clock = clock;
    }

    CompletableFuture<Void> take(OrderCommand.Preview preview, Envelope<OrderCommand> message) {
        Order order = alone(preview.order());
        try {
            List<Finding> findings = OrderRules.check(order, clock.instant());
            if (!findings.isEmpty()) {
                return deny(order, OrderAnswers.denial(findings));
            }
            return switch (gate.decide(order, message.data().by(), message.at())) {
                case GateDecision.Denied denied -> deny(order, denied);
                case GateDecision.Passed passed -> ask(order, passed);
            };
        } catch (RuntimeException e) {
            LOG.error("preview failed clientOrderId={}", order.clientOrderId(), e);
            return deny(order, broken(e));
        }
    }

    CompletableFuture<Void> take(OrderCommand.PreviewGroup asked, Envelope<OrderCommand> message) {
        GroupPreview preview = new GroupPreview(asked.group());
        try {
            return take(asked, message.at(), preview);
        } catch (RuntimeException e) {
            LOG.error("preview failed groupId={}", asked.group().groupId(), e);
            synchronized (book) {
                return deny(preview, broken(e));
            }
        }
    }

    /** The book's monitor is held throughout: what the gate counts for a moment no callback may find. */
    private CompletableFuture<Void> take(OrderCommand.PreviewGroup asked, Instant commandedAt, GroupPreview preview) {
        OrderGroup group = asked.group();
        OrderId last = null;
        CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
        synchronized (book) {
            GateDecision.Denied wrong = wrong(group);
            if (wrong != null) {
                return deny(preview, wrong);
            }
            Map<Order, GateDecision.Passed> passed = decide(asked, commandedAt, preview);
            if (!preview.isDenied()) {
                last = ask(passed, preview);
            }
            if (preview.isComplete()) {
                told = outbox.answer(preview.told(clock.instant()), null);
            }
        }
        if (last != null) {
            ids.remember(last);
        }
        return told;
    }

    /** Why the group as a whole would be denied before the gate is asked; null when nothing is wrong. */
    private GateDecision.@Nullable Denied wrong(OrderGroup group) {
        int size = group.orders().size();
        if (size > OrderGroup.MOST_ORDERS) {
            return new GateDecision.Denied(
                    DenialReason.INVALID_ORDER,
                    "orders",
                    "a preview takes at most " + OrderGroup.MOST_ORDERS + " orders; ask about fewer",
                    Integer.toString(size),
                    Integer.toString(OrderGroup.MOST_ORDERS));
        }
        List<Finding> findings = OrderRules.check(group, clock.instant());
        if (!findings.isEmpty()) {
            return OrderAnswers.denial(findings);
        }
        return group.orders().stream()
                .map(Order::clientOrderId)
                .filter(id -> book.find(id) != null)
                .findFirst()
                .map(id -> GateDecision.Denied.of(DenialReason.DUPLICATE_ORDER, id.value(), ""))
                .orElse(null);
    }

    /** As a group that is sent is asked about: each by itself, then each beside those before it. */
    private Map<Order, GateDecision.Passed> decide(
            OrderCommand.PreviewGroup asked, Instant commandedAt, GroupPreview preview) {
        List<Order> orders = asked.group().orders();
        List<GateDecision> alone = groupGate.decide(orders, asked.by(), commandedAt);
        List<GateDecision> together = groupGate.decideTogether(orders, asked.by(), commandedAt, List::copyOf);
        Map<Order, GateDecision.Passed> passed = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            switch (alone.get(i) instanceof GateDecision.Denied first ? first : together.get(i)) {
                case GateDecision.Denied denied -> preview.denied(order.clientOrderId(), denied);
                case GateDecision.Passed terms -> passed.put(order, terms);
            }
        }
        passed.keySet().stream()
                .filter(order -> preview.isDenied() || waits(order, orders))
                .forEach(order -> preview.passed(order.clientOrderId()));
        return passed;
    }

    /** The first order never waits: at least one is asked about. */
    private static boolean waits(Order order, List<Order> orders) {
        ClientOrderId parent = order.attributes().parentClientOrderId();
        return parent != null
                && order != orders.getFirst()
                && orders.stream().anyMatch(other -> other.clientOrderId().equals(parent));
    }

    /** Asks the broker about what nothing is known of yet; returns the last order id that was used. */
    private @Nullable OrderId ask(Map<Order, GateDecision.Passed> passed, GroupPreview preview) {
        OrderId last = null;
        for (Map.Entry<Order, GateDecision.Passed> each : passed.entrySet()) {
            ClientOrderId id = each.getKey().clientOrderId();
            if (!preview.knows(id)) {
                last = ids.next();
                GateDecision.Denied denied = ask(alone(each.getKey()), last, each.getValue(), preview);
                if (denied != null) {
                    preview.denied(id, denied);
                }
            }
        }
        return last;
    }

    /** What breaks here breaks one order of the group; the answers about the others still come. */
    private GateDecision.@Nullable Denied ask(
            Order order, OrderId orderId, GateDecision.Passed passed, GroupPreview preview) {
        try {
            if (session.send(whatIf(order, orderId, passed)) instanceof SendOutcome.Refused refused) {
                return OrderAnswers.denial(refused);
            }
            open.asked(orderId, order.clientOrderId(), preview);
            return null;
        } catch (RuntimeException e) {
            LOG.error("preview failed clientOrderId={}", order.clientOrderId(), e);
            return broken(e);
        }
    }

    private static GateDecision.Denied broken(RuntimeException e) {
        return new GateDecision.Denied(DenialReason.INVALID_ORDER, "could not be processed: " + e, "", "");
    }

    private PlaceOrder whatIf(Order order, OrderId orderId, GateDecision.Passed passed) {
        PlaceOrder request = wire.place(order, orderId, passed, Map.of());
        return new PlaceOrder(
                request.orderId(),
                request.contract(),
                request.order().toBuilder().whatIf(true).build());
    }

    private CompletableFuture<Void> ask(Order order, GateDecision.Passed passed) {
        OrderId orderId = ids.next();
        CompletableFuture<Void> told;
        synchronized (book) {
            if (session.send(whatIf(order, orderId, passed)) instanceof SendOutcome.Refused refused) {
                told = deny(order, OrderAnswers.denial(refused));
            } else {
                open.asked(orderId, order.clientOrderId());
                told = CompletableFuture.completedFuture(null);
            }
        }
        ids.remember(orderId);
        return told;
    }

    /** A child is asked about without its parent, which need not exist yet. */
    private static Order alone(Order order) {
        return order.withAttributes(order.attributes().toBuilder()
                .parent(null)
                .oca(null)
                .transmit(true)
                .build());
    }

    private CompletableFuture<Void> deny(GroupPreview preview, GateDecision.Denied denied) {
        preview.allDenied(denied);
        return outbox.answer(preview.told(clock.instant()), null);
    }

    private CompletableFuture<Void> deny(Order order, GateDecision.Denied denied) {
        return outbox.answer(
                new OrderEvent.Previewed(
                        order.clientOrderId(),
                        PreviewOutcome.DENIED,
                        null,
                        denied.reason().name(),
                        denied.message(),
                        denied.value(),
                        denied.limit(),
                        clock.instant()),
                null);
    }
}
