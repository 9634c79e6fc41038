package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of our orders as this process knows it. Guarded by the monitor of its {@link OrderBook}. */
final class BookedOrder {

    private final JournalRow row;
    private JournalState state;
    private @Nullable PermId permId;
    private BigDecimal filled;
    private int code;
    private String reason;
    private boolean cancelRequested;
    private Instant changedAt;
    private String shown = "";

    BookedOrder(JournalRow row) {
        this.row = row;
        this.state = row.state();
        this.permId = row.permId();
        this.filled = row.filledQuantity();
        this.reason = row.reason();
        this.cancelRequested = row.cancelRequested();
        this.changedAt = row.at();
    }

    JournalRow row() {
        return row;
    }

    Order order() {
        return row.order();
    }

    ClientOrderId clientOrderId() {
        return row.order().clientOrderId();
    }

    /** Null for an order that was denied before it got one. */
    @Nullable OrderId orderId() {
        return row.orderId();
    }

    JournalState state() {
        return state;
    }

    @Nullable PermId permId() {
        return permId;
    }

    BigDecimal filled() {
        return filled;
    }

    /** The broker's last code about it, 0 when there was none. */
    int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean isLive() {
        return !state.isTerminal();
    }

    /** Sent or about to be, and the broker has said nothing yet. */
    boolean isInFlight() {
        return state == JournalState.JOURNALED || state == JournalState.SENT;
    }

    /** The broker has taken the order over at some time. */
    boolean isAcknowledged() {
        return permId != null || state == JournalState.WORKING;
    }

    void enter(JournalState next, Instant now) {
        state = next;
        changedAt = now;
        shown = "";
    }

    void learn(@Nullable Long acknowledgedPermId) {
        if (acknowledgedPermId != null) {
            permId = PermId.of(acknowledgedPermId);
        }
    }

    void learn(int brokerCode, String brokerText) {
        code = brokerCode;
        reason = brokerText;
    }

    void requestCancel() {
        cancelRequested = true;
    }

    /** Executions tell how much is filled; a late copy never lowers it. */
    void fill(BigDecimal cumulative) {
        filled = filled.max(cumulative);
    }

    boolean isFilledCompletely() {
        return filled.compareTo(order().quantity()) >= 0;
    }

    /** Notes what is told; false when exactly this was told last, as brokers repeat themselves. */
    boolean show(String status) {
        boolean isNews = !status.equals(shown);
        shown = status;
        return isNews;
    }
}
