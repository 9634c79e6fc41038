package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.OrderWatch;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.ModificationRow;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our orders in memory, by client order id, perm id and order id, and the executions heard of. Not thread-safe by itself: whoever reads or
 * changes it holds its monitor.
 */
final class OrderBook {

    private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);
    private static final int REMEMBERED = 50_000;

    private final OrderWatch watch;
    private final Map<ClientOrderId, BookedOrder> byClientOrderId = new LinkedHashMap<>();
    private final Map<OrderId, BookedOrder> byOrderId = new HashMap<>();
    private final Map<PermId, BookedOrder> byPermId = new HashMap<>();
    private final Map<String, HeardExecution> executions = remembering();
    private final Map<String, CommissionReport> commissions = remembering();

    private volatile long conflicts;

    private record HeardExecution(
            Execution execution, @Nullable ClientOrderId clientOrderId) {}

    OrderBook() {
        this(order -> {});
    }

    /** @param watch hears every change of an order */
    OrderBook(OrderWatch watch) {
        this.watch = watch;
    }

    BookedOrder add(JournalRow row) {
        BookedOrder order = new BookedOrder(row, watch);
        byClientOrderId.put(order.clientOrderId(), order);
        OrderId orderId = row.orderId();
        if (orderId != null && row.state() != JournalState.DENIED) {
            byOrderId.put(orderId, order);
        }
        PermId permId = row.permId();
        if (permId != null) {
            byPermId.put(permId, order);
        }
        order.tellWatch();
        return order;
    }

    /** A change of an earlier process; one that was open then is unknown until the gateway shows the order. */
    void restore(ModificationRow change) {
        BookedOrder order = byClientOrderId.get(change.clientOrderId());
        if (order != null) {
            order.enter(
                    change.state().isOpen()
                            ? change.moved(ModificationState.UNKNOWN, "", "the adapter ended meanwhile", change.at())
                            : change);
        }
    }

    @Nullable BookedOrder find(ClientOrderId clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    @Nullable BookedOrder find(OrderId orderId) {
        return byOrderId.get(orderId);
    }

    /**
     * Whose order a message is about: first by our reference, then by the account-wide number, last by the number within our client id,
     * and by that only when nothing says otherwise. So a gateway that counts from an old number again, or a stranger under our id, takes
     * no order of ours for its own. Source: decision 0017.
     *
     * @param orderRef the text the order was placed with; empty when the message has none
     * @param permId account-wide number, null when the message has none
     * @param ours whether the message names our client id
     * @param orderId number within that client id; 0 or less is nobody's of ours
     */
    @Nullable BookedOrder match(String orderRef, @Nullable Long permId, boolean ours, int orderId) {
        ClientOrderId reference = OrderReference.parse(orderRef);
        if (reference != null) {
            return byClientOrderId.get(reference);
        }
        BookedOrder known = permId == null ? null : byPermId.get(PermId.of(permId));
        if (known != null) {
            return known;
        }
        BookedOrder numbered = ours && orderId > 0 ? byOrderId.get(OrderId.of(orderId)) : null;
        if (numbered == null || numbered.mayHave(permId)) {
            return numbered;
        }
        conflict(numbered, permId);
        return null;
    }

    /** The broker has given the order this account-wide number; the first one stays, for it never changes. */
    void learn(BookedOrder order, @Nullable Long permId) {
        if (permId == null) {
            return;
        }
        if (!order.mayHave(permId)) {
            conflict(order, permId);
            return;
        }
        order.learn(permId);
        byPermId.put(PermId.of(permId), order);
    }

    /** How many messages gave an order of ours another account-wide number than it has. */
    long conflicts() {
        return conflicts;
    }

    private void conflict(BookedOrder order, @Nullable Long permId) {
        conflicts++;
        LOG.error(
                "order number used twice clientOrderId={} orderId={} permId={} otherPermId={}; the message is not ours, compare with the gateway",
                order.clientOrderId(),
                order.orderId(),
                order.permId(),
                permId);
    }

    /** Orders that may still change, in the order they were taken. */
    List<BookedOrder> live() {
        return byClientOrderId.values().stream().filter(BookedOrder::isLive).toList();
    }

    /** Orders that ended before this time are forgotten; the journal keeps them. */
    void forgetEndedBefore(Instant time) {
        byClientOrderId
                .values()
                .removeIf(order -> !order.isLive() && order.changedAt().isBefore(time));
        byOrderId
                .values()
                .removeIf(order -> !order.isLive() && order.changedAt().isBefore(time));
        byPermId.values().removeIf(order -> !order.isLive() && order.changedAt().isBefore(time));
    }

    /** Notes an execution; false when exactly this was heard before. */
    boolean hear(Execution execution, @Nullable ClientOrderId clientOrderId) {
        HeardExecution heard = new HeardExecution(execution, clientOrderId);
        return !heard.equals(executions.put(execution.execId(), heard));
    }

    /** Notes a commission; false when exactly this was heard before. */
    boolean hear(CommissionReport report) {
        return !report.equals(commissions.put(report.execId(), report));
    }

    /** Whose execution it is; null when the execution was not heard of, or is nobody's of ours. */
    @Nullable ClientOrderId ownerOf(String execId) {
        HeardExecution heard = executions.get(execId);
        return heard == null ? null : heard.clientOrderId;
    }

    @Nullable CommissionReport commissionOf(String execId) {
        return commissions.get(execId);
    }

    private static <T> Map<String, T> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
