package com.quanticity.ibkr.risk;

import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another client of the same gateway, on the adapter's id: it trades, and the risk-manager must see it. */
final class Trader implements AutoCloseable, GatewayListener {

    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    private final GatewayConnection connection;
    private int nextOrderId;

    Trader(int port) {
        ConnectSettings settings = ConnectSettings.of("127.0.0.1", port, ClientIdOwner.IBKR_ADAPTER.clientId());
        ConnectOutcome outcome =
                GatewayBindings.nativeBinding(Clock.systemUTC()).connect(settings, this);
        if (!(outcome instanceof ConnectOutcome.Connected connected)) {
            throw new IllegalStateException("the trader is not connected: " + outcome);
        }
        connection = connected.connection();
        nextOrderId = events.stream()
                .filter(ConnectionEvent.NextValidId.class::isInstance)
                .mapToInt(event -> ((ConnectionEvent.NextValidId) event).orderId())
                .max()
                .orElseThrow();
    }

    /** Returns when the order is filled. */
    void trade(String action, String symbol, String quantity) {
        int orderId = nextOrderId++;
        connection.send(new PlaceOrder(
                orderId,
                GatewayContract.stock(symbol, "", "USD"),
                GatewayOrder.market(action, new BigDecimal(quantity)).build()));
        await().atMost(Duration.ofSeconds(20)).until(() -> isFilled(orderId));
    }

    private boolean isFilled(int orderId) {
        return events.stream()
                .anyMatch(event -> event instanceof TradingEvent.OrderStatus status
                        && status.orderId() == orderId
                        && status.orderStatus() == GatewayOrderStatus.FILLED);
    }

    @Override
    public void onEvents(Instant receivedAt, List<GatewayEvent> batch) {
        events.addAll(batch);
    }

    @Override
    public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {}

    @Override
    public void close() {
        connection.close();
    }
}
