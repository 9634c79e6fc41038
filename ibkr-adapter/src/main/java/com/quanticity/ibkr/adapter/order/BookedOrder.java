package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.OrderWatch;
import com.quanticity.ibkr.adapter.gate.WatchedOrder;
import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.ModificationRow;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** One of our orders as this process knows it. Guarded by the monitor of its {@link OrderBook}. */
final class BookedOrder {

    private final JournalRow row;
    private final LinkedHashMap<String, ModificationRow> changes = new LinkedHashMap<>();
    private Order current;
    private final OrderWatch watch;
    private JournalState state;
    private @Nullable PermId permId;
    private BigDecimal filled;
    private int code;
    private String reason;
    private boolean cancelRequested;
    private Instant changedAt;
    private String shown = "";

    BookedOrder(JournalRow row, OrderWatch watch) {
        this.row = row;
        this.current = row.order();
        this.watch = watch;
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

    /** The order by every change that was made. */
    Order order() {
        return current;
    }

    /** The change with this id, null when it never came. */
    @Nullable ModificationRow change(String modificationId) {
        return changes.get(modificationId);
    }

    /** The change whose outcome is not known yet, null when there is none. */
    @Nullable ModificationRow openChange() {
        ModificationRow last = lastChange();
        return last != null && last.state().isOpen() ? last : null;
    }

    /** The change that came last, null when none came. */
    @Nullable ModificationRow lastChange() {
        return changes.isEmpty() ? null : changes.lastEntry().getValue();
    }

    /** The order as the open change wants it, otherwise as it works. */
    Order wanted() {
        ModificationRow open = openChange();
        return open == null ? current : open.wanted();
    }

    /** What may still happen: while a change is open the wanted prices and the larger quantity. */
    private Order exposed() {
        Order wanted = wanted();
        return wanted.withQuantity(current.quantity().max(wanted.quantity()));
    }

    /** A change came or moved on. */
    void enter(ModificationRow change) {
        changes.put(change.modificationId(), change);
        if (change.state() == ModificationState.MADE) {
            current = change.change().appliedTo(current);
        }
        tellWatch();
    }

    ClientOrderId clientOrderId() {
        return row.order().clientOrderId();
    }

    boolean isCombination() {
        return !row.legs().isEmpty();
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

    /** True unless it is known under another account-wide number. */
    boolean mayHave(@Nullable Long otherPermId) {
        PermId known = permId;
        return known == null || otherPermId == null || known.value() == otherPermId;
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
        tellWatch();
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
        tellWatch();
    }

    /** Executions tell how much is filled; a late copy never lowers it. */
    void fill(BigDecimal cumulative) {
        filled = filled.max(cumulative);
        tellWatch();
    }

    /** Tells the gate how the order stands; call after every change of terms, state or fill. */
    void tellWatch() {
        watch.onOrder(new WatchedOrder(
                exposed(),
                row.account(),
                row.contractId(),
                row.legs(),
                state,
                filled,
                row.commandedBy(),
                row.commandedAt(),
                changesSent(),
                cancelRequested,
                changedAt));
    }

    private int changesSent() {
        return (int) changes.values().stream()
                .filter(change -> change.state() != ModificationState.FAILED)
                .count();
    }

    /** While a change is open the larger of both quantities counts. */
    boolean isFilledCompletely() {
        return filled.compareTo(current.quantity().max(wanted().quantity())) >= 0;
    }

    /** Notes what is told; false when exactly this was told last, as brokers repeat themselves. */
    boolean show(String status) {
        boolean isNews = !status.equals(shown);
        shown = status;
        return isNews;
    }
}
