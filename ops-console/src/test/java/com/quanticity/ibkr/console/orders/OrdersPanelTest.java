package com.quanticity.ibkr.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrdersPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final Order ORDER = Facts.order(Side.BUY, "SPY", "1200", "169.5");

    private final SessionBook sessions = new SessionBook(new Timeline());
    private final OrderBook book = new OrderBook(sessions);

    @Test
    void showsAnOrderInFlightForTenSecondsAsUnknown() {
        OrderSnapshot sent = Facts.snapshot(ORDER, OrderStatus.IN_FLIGHT, 2, NOW.minusSeconds(10));
        book.onOrder(sent);

        OrdersPanel.Row row = row(sent);

        assertThat(row.status()).isEqualTo("unknown");
        assertThat(row.code()).isEqualTo("IN_FLIGHT");
        assertThat(book.open(NOW)).isEqualTo(new OrderBook.Open(0, 0, 1));
        assertThat(book.open(NOW.minusSeconds(1))).isEqualTo(new OrderBook.Open(0, 1, 0));
    }

    @Test
    void showsTheReasonCodeOfADenial() {
        OrdersPanel.Row row = row(Facts.snapshot(ORDER, OrderStatus.DENIED, 2, NOW));

        assertThat(row.reason()).startsWith("TRADING_HALTED: ");
        assertThat(row.orderId()).isEmpty();
        assertThat(row.filled()).isEqualTo("0 / 1\u2009200");
        assertThat(row.price()).isEqualTo("169.50");
    }

    @Test
    void showsOrdersOfALostSessionAsUnknown() {
        OrderSnapshot working = Facts.snapshot(ORDER, OrderStatus.WORKING, 2, NOW.minusSeconds(60));
        OrderSnapshot filled = Facts.snapshot(ORDER, OrderStatus.FILLED, 2, NOW.minusSeconds(60));
        sessions.onStatus(Facts.session(ClientIdOwner.IBKR_ADAPTER, SessionState.DISCONNECTED, NOW, NOW));

        assertThat(row(working).status()).isEqualTo("unknown");
        assertThat(row(working).reason()).isEqualTo("was working; GW1 disconnected");
        assertThat(row(filled).status()).isEqualTo("filled");

        sessions.onStatus(Facts.session(ClientIdOwner.IBKR_ADAPTER, SessionState.READY, NOW, NOW.plusSeconds(1)));
        assertThat(row(working).status()).isEqualTo("working");
    }

    @Test
    void keepsTheHighestVersion() {
        book.onOrder(Facts.snapshot(ORDER, OrderStatus.FILLED, 3, NOW));
        book.onOrder(Facts.snapshot(ORDER, OrderStatus.WORKING, 2, NOW));

        assertThat(book.newest())
                .singleElement()
                .extracting(OrderSnapshot::status)
                .isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void dropsFinishedOrdersAndNoneThatCanStillHappen() {
        Order working = Facts.order(Side.SELL, "QQQ", "1", null);
        book.onOrder(Facts.snapshot(working, OrderStatus.WORKING, 1, NOW));
        for (int i = 0; i < 600; i++) {
            book.onOrder(Facts.snapshot(Facts.order(Side.BUY, "SPY", "1", null), OrderStatus.FILLED, 1, NOW));
        }

        assertThat(book.newest()).hasSize(500).extracting(OrderSnapshot::order).contains(working);
    }

    private OrdersPanel.Row row(OrderSnapshot snapshot) {
        return OrdersPanel.row(snapshot, book.shown(snapshot, NOW), 2);
    }
}
