package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders and positions from the execution-engine: as soon as it answers, and every half a minute to confirm them. */
final class LedgerLoad implements EverySecond.Work {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ServiceLists lists;
    private final URI engine;
    private final OrderBook orders;
    private final PositionBook positions;
    private final Accounts accounts;
    private final Clock clock;
    private @Nullable Instant loadedAt;

    LedgerLoad(
            ServiceLists lists, URI engine, OrderBook orders, PositionBook positions, Accounts accounts, Clock clock) {
        this.lists = lists;
        this.engine = engine;
        this.orders = orders;
        this.positions = positions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (loadedAt != null && now.isBefore(loadedAt.plus(AGAIN))) {
            return;
        }
        for (JsonNode order : lists.read(engine, "/api/v1/orders", "orders")) {
            OrderSnapshot snapshot = ModelJson.read(order.toString(), OrderSnapshot.class);
            accounts.onAccount(snapshot.order().account());
            orders.onOrder(snapshot);
        }
        for (JsonNode position : lists.read(engine, "/api/v1/positions", "positions")) {
            positions.onOurs(ModelJson.read(position.toString(), LedgerPosition.class), now);
        }
        positions.onLedgerComplete();
        loadedAt = now;
    }
}
