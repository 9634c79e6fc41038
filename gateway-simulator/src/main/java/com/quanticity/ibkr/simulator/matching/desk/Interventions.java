package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.matching.OrderBook;
import com.quanticity.ibkr.simulator.matching.OrderStatus;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.life.Endings;
import com.quanticity.ibkr.simulator.matching.life.OrderLife;
import com.quanticity.ibkr.simulator.matching.life.Teller;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What an exchange or the broker does to an open order because a test wants it. Event loop only. */
public final class Interventions {

    private final OrderBook book;
    private final OrderLife life;
    private final Endings endings;
    private final Teller teller;

    Interventions(OrderBook book, OrderLife life, Endings endings, Teller teller) {
        this.book = book;
        this.life = life;
        this.endings = endings;
        this.teller = teller;
    }

    /**
     * Fills an order, whatever the market shows.
     *
     * @param clientId null for the newest open order of any client, as {@code orderId}
     * @param quantity null for all that is left
     * @param price null for the price at which the market would trade now
     * @throws IllegalStateException when there is no such order, or it cannot be filled so
     */
    public void fill(
            @Nullable Integer clientId,
            @Nullable Integer orderId,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price) {
        WorkingOrder order = order(clientId, orderId);
        if (order.isHeld() || !order.legs().isEmpty()) {
            throw new IllegalStateException("order " + order.key().wireOrderId()
                    + " is held or a combination: only working orders can be filled");
        }
        BigDecimal shares = quantity == null ? order.remaining() : quantity;
        if (shares.signum() <= 0 || shares.compareTo(order.remaining()) > 0) {
            throw new IllegalStateException("a fill of " + shares.toPlainString() + " is not possible: give up to "
                    + order.remaining().toPlainString());
        }
        life.fill(order, shares, price);
    }

    /** Cancels an order without its client having asked. */
    public void cancel(@Nullable Integer clientId, @Nullable Integer orderId) {
        endings.cancel(order(clientId, orderId), Endings.BY_SYSTEM);
    }

    /** Rejects an order that was working: 201, then Inactive. */
    public void reject(@Nullable Integer clientId, @Nullable Integer orderId, String reason) {
        WorkingOrder order = order(clientId, orderId);
        teller.message(order.key(), 201, "Order rejected - reason:" + reason);
        endings.finish(order, OrderStatus.INACTIVE, "Rejected: " + reason);
        teller.orderAndStatus(order);
    }

    /** Tells a status that is not the order's. */
    public void show(@Nullable Integer clientId, @Nullable Integer orderId, String status) {
        teller.falseStatus(order(clientId, orderId), status);
    }

    private WorkingOrder order(@Nullable Integer clientId, @Nullable Integer orderId) {
        return book.open().stream()
                .filter(order -> clientId == null || order.key().clientId() == clientId)
                .filter(order -> orderId == null || order.key().wireOrderId() == orderId)
                .max(Comparator.comparingLong(WorkingOrder::permId))
                .orElseThrow(
                        () -> new IllegalStateException("there is no such open order: place one first, or name it as"
                                + " GET /api/v1/witness/orders lists it"));
    }
}
