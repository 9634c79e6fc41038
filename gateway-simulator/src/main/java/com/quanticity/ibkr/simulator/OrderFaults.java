package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can happen to orders. Thread-safe. */
public final class OrderFaults {

    private static final Logger log = LoggerFactory.getLogger(OrderFaults.class);

    private final EventLoop loop;
    private final Gateway gateway;
    private final Witness witness;

    OrderFaults(EventLoop loop, Gateway gateway, Witness witness) {
        this.loop = loop;
        this.gateway = gateway;
        this.witness = witness;
    }

    /** Cancels, the global one included, are answered by 10148 that names this state, and change nothing. */
    public void refuseCancels(String state) {
        does("cancels refused state=" + state, () -> gateway.faults().refuseCancels(state));
    }

    /** Cancels pass again. */
    public void allowCancels() {
        does("cancels pass", () -> gateway.faults().refuseCancels(null));
    }

    /**
     * Sends a message about an order, which does nothing to the order.
     *
     * @param clientId null for the newest order's
     * @param orderId null for the newest order of the client
     * @throws IllegalStateException when there is no order yet
     */
    public void say(@Nullable Integer clientId, @Nullable Integer orderId, int code, String text) {
        does("order message client=" + clientId + " order=" + orderId + " code=" + code, () -> {
            OrderKey newest = witness.newestOrder(clientId);
            if (newest == null) {
                throw new IllegalStateException("there is no order to speak of: place one first");
            }
            gateway.sendMessage(newest.clientId(), orderId == null ? newest.orderId() : orderId, code, text);
        });
    }

    /**
     * The exchange fills an order, whatever the market shows.
     *
     * @param clientId null for the newest open order of any client, as {@code orderId}
     * @param quantity null for all that is left
     * @param price null for where the market and the order's limit would have it
     * @throws IllegalStateException when there is no such order, or it cannot be filled so
     */
    public void fill(
            @Nullable Integer clientId,
            @Nullable Integer orderId,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price) {
        does(
                "order filled client=" + clientId + " order=" + orderId + " quantity=" + quantity + " price=" + price,
                () -> gateway.orders().interventions().fill(clientId, orderId, quantity, price));
    }

    /**
     * The broker cancels an order that nobody asked to cancel.
     *
     * @throws IllegalStateException when there is no such open order
     */
    public void cancel(@Nullable Integer clientId, @Nullable Integer orderId) {
        does(
                "order cancelled by the broker client=" + clientId + " order=" + orderId,
                () -> gateway.orders().interventions().cancel(clientId, orderId));
    }

    /**
     * The exchange rejects an order that was working: 201, then Inactive.
     *
     * @throws IllegalStateException when there is no such open order
     */
    public void reject(@Nullable Integer clientId, @Nullable Integer orderId, String reason) {
        does(
                "order rejected client=" + clientId + " order=" + orderId + " reason=" + reason,
                () -> gateway.orders().interventions().reject(clientId, orderId, reason));
    }

    /**
     * Tells a status of an order that is not its own; any text.
     *
     * @throws IllegalStateException when there is no such open order
     */
    public void show(@Nullable Integer clientId, @Nullable Integer orderId, String status) {
        does(
                "false status client=" + clientId + " order=" + orderId + " status=" + status,
                () -> gateway.orders().interventions().show(clientId, orderId, status));
    }

    /**
     * The broker gives an execution another price; everybody who heard of it hears of the correction.
     *
     * @param execId null for the newest execution
     * @throws IllegalStateException when there is no such execution
     */
    public void correct(@Nullable String execId, BigDecimal price) {
        does("execution corrected execId=" + execId + " price=" + price, () -> {
            String corrected = execId(execId);
            require(gateway.orders().correct(corrected, price).isPresent(), corrected);
        });
    }

    /**
     * The broker takes an execution back.
     *
     * @param execId null for the newest execution
     * @throws IllegalStateException when there is no such execution
     */
    public void bust(@Nullable String execId) {
        does("execution busted execId=" + execId, () -> {
            String busted = execId(execId);
            require(gateway.orders().bust(busted).isPresent(), busted);
        });
    }

    private String execId(@Nullable String given) {
        String execId = given == null ? witness.newestExecution() : given;
        if (execId == null) {
            throw new IllegalStateException("there is no execution yet: let an order be filled first");
        }
        return execId;
    }

    private static void require(boolean isThere, String execId) {
        if (!isThere) {
            throw new IllegalStateException(
                    "there is no execution " + execId + ": GET /api/v1/witness/fills lists them, a busted one is gone");
        }
    }

    /**
     * Somebody types an order into the gateway itself.
     *
     * @param limit null for a market order
     * @throws IllegalStateException when it is refused
     */
    public void placeManually(String symbol, boolean buy, BigDecimal quantity, @Nullable BigDecimal limit) {
        does("manual order symbol=" + symbol + " buy=" + buy + " quantity=" + quantity + " limit=" + limit, () -> {
            Side side = buy ? Side.BUY : Side.SELL;
            if (gateway.orders()
                    .placeManually(symbol, side, quantity, limit, "DAY")
                    .isEmpty()) {
                throw new IllegalStateException(
                        "the manual order in " + symbol + " was refused: choose a listed symbol and a lawful size");
            }
        });
    }

    private void does(String what, Runnable action) {
        log.info("simulator fault {}", what);
        loop.call(() -> {
            action.run();
            return null;
        });
    }
}
