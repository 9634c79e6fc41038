package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our orders in memory, by client order id and by order id, and the executions heard of. Not thread-safe by itself: whoever reads or
 * changes it holds its monitor.
 */
final class OrderBook {

    private static final int REMEMBERED = 50_000;

    private final Map<ClientOrderId, BookedOrder> byClientOrderId = new LinkedHashMap<>();
    private final Map<OrderId, BookedOrder> byOrderId = new HashMap<>();
    private final Map<String, HeardExecution> executions = remembering();
    private final Map<String, CommissionReport> commissions = remembering();

    private record HeardExecution(
            Execution execution, @Nullable ClientOrderId clientOrderId) {}

    BookedOrder add(JournalRow row) {
        BookedOrder order = new BookedOrder(row);
        byClientOrderId.put(order.clientOrderId(), order);
        OrderId orderId = row.orderId();
        if (orderId != null && row.state() != JournalState.DENIED) {
            byOrderId.put(orderId, order);
        }
        return order;
    }

    @Nullable BookedOrder find(ClientOrderId clientOrderId) {
        return byClientOrderId.get(clientOrderId);
    }

    @Nullable BookedOrder find(OrderId orderId) {
        return byOrderId.get(orderId);
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
