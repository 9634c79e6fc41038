package com.quanticity.ibkr.execution.algo;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;

/** What the ledger says of the child with a number. */
record News(OrderSnapshot snapshot) {

    static News of(int number, int quantity, OrderStatus status, int filled, long version) {
        return priced(number, quantity, status, filled, filled == 0 ? "0" : "10", version);
    }

    static News priced(int number, int quantity, OrderStatus status, int filled, String price, long version) {
        Order order = new Order(
                idOf(number),
                "",
                "SPY",
                Side.BUY,
                OrderType.MARKET,
                BigDecimal.valueOf(quantity),
                null,
                TimeInForce.DAY,
                "test");
        return new News(new OrderSnapshot(
                order,
                status,
                null,
                null,
                null,
                BigDecimal.valueOf(filled),
                filled == 0 ? null : new BigDecimal(price),
                null,
                "",
                "",
                version,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    static ClientOrderId idOf(int number) {
        return ClientOrderId.of("01J0000000000000000000%04d".formatted(number));
    }

    ClientOrderId id() {
        return snapshot.order().clientOrderId();
    }
}
