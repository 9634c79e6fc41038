package com.quanticity.ibkr.console.orders;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Figures;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The newest orders, and every older one that can still happen. */
final class OrdersPanel implements Panel {

    private static final int SHOWN = 100;

    private final OrderBook orders;
    private final QuoteBook quotes;

    OrdersPanel(OrderBook orders, QuoteBook quotes) {
        this.orders = orders;
        this.quotes = quotes;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public long version() {
        return orders.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<OrderSnapshot> newest = orders.newest();
        List<Piece> rows = IntStream.range(0, newest.size())
                .filter(i -> i < SHOWN || !newest.get(i).status().isTerminal())
                .mapToObj(i -> piece(newest.get(i), now))
                .toList();
        OrderBook.Open open = orders.open(now);
        Caption caption = new Caption(
                rows.size(),
                open.working(),
                open.inFlight(),
                open.unknown(),
                (open.unknown() > 0 ? Level.CRITICAL : Level.NORMAL).style());
        if (rows.isEmpty()) {
            rows = List.of(new Piece("order-none", "panels/orders :: empty", new Nothing("No orders yet.")));
        }
        return List.of(
                new Part.Rows("order-rows", rows),
                new Part.Single(new Piece("order-caption", "panels/orders :: caption", caption)),
                new Part.Single(new Piece("halt-exposure", "panels/orders :: exposure", caption)));
    }

    private Piece piece(OrderSnapshot snapshot, Instant now) {
        int decimals = quotes.decimals(snapshot.order().symbol());
        return new Piece(
                "order-" + snapshot.order().clientOrderId(),
                "panels/orders :: row",
                row(snapshot, orders.shown(snapshot, now), decimals));
    }

    static Row row(OrderSnapshot snapshot, OrderBook.Shown shown, int decimals) {
        Order order = snapshot.order();
        OrderStatus status = shown.status();
        boolean waiting = snapshot.status() == OrderStatus.IN_FLIGHT || snapshot.status() == OrderStatus.STORED;
        return new Row(
                order.clientOrderId().toString(),
                snapshot.status().name(),
                OrderBook.words(status),
                level(status).style(),
                order.side().name(),
                order.symbol(),
                Figures.quantity(snapshot.filledQuantity()) + " / " + Figures.quantity(order.quantity()),
                price(order.terms(), decimals),
                snapshot.averagePrice() == null ? "" : Figures.price(snapshot.averagePrice(), decimals),
                Objects.toString(snapshot.clientId(), ""),
                Objects.toString(snapshot.orderId(), ""),
                Objects.toString(snapshot.permId(), ""),
                new Stamp(snapshot.updatedAt(), waiting ? Expectation.IN_FLIGHT : null),
                shown.why().isEmpty() ? reason(snapshot) : shown.why());
    }

    /** Limit or cap, otherwise the price that wakes it, otherwise the type in words. */
    private static String price(OrderTerms terms, int decimals) {
        BigDecimal price = terms.limitPrice() != null ? terms.limitPrice() : terms.triggerPrice();
        return price == null
                ? terms.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : Figures.price(price, decimals);
    }

    private static String reason(OrderSnapshot snapshot) {
        if (snapshot.reasonCode().isEmpty()) {
            return snapshot.reason();
        }
        return snapshot.reason().isEmpty() ? snapshot.reasonCode() : snapshot.reasonCode() + ": " + snapshot.reason();
    }

    private static Level level(OrderStatus status) {
        return switch (status) {
            case WORKING, PARTIALLY_FILLED, FILLED -> Level.NORMAL;
            case CANCELLED -> Level.OFF;
            case STORED, IN_FLIGHT, PENDING_MODIFY, PENDING_CANCEL -> Level.CAUTION;
            case REJECTED, DENIED -> Level.SERIOUS;
            case UNKNOWN -> Level.UNKNOWN;
        };
    }

    /**
     * An order.
     *
     * @param code status in the ledger
     * @param status status as shown: an order in flight for too long is unknown
     * @param orderId empty until accepted, like client id and perm id
     * @param averagePrice empty while nothing is filled
     * @param reason empty when there is none
     */
    record Row(
            String clientOrderId,
            String code,
            String status,
            String level,
            String side,
            String symbol,
            String filled,
            String price,
            String averagePrice,
            String clientId,
            String orderId,
            String permId,
            @Nullable Stamp at,
            String reason) {}

    private record Caption(int count, int working, int inFlight, int unknown, String level) {}

    private record Nothing(String text) {}
}
