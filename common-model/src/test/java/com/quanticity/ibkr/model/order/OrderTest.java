package com.quanticity.ibkr.model.order;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.ops.OpsCommand;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final ClientOrderId ID = ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAV");

    @Test
    void refusesAQuantityThatIsNotPositive() {
        assertThatThrownBy(() -> order(OrderType.MARKET, "0", null)).hasMessageContaining("greater than zero");
        assertThatThrownBy(() -> order(OrderType.MARKET, "-1", null)).hasMessageContaining("greater than zero");
    }

    @Test
    void wantsALimitPriceForLimitOrdersOnly() {
        assertThatThrownBy(() -> order(OrderType.LIMIT, "1", null)).hasMessageContaining("limit price");
        assertThatThrownBy(() -> order(OrderType.MARKET, "1", "1")).hasMessageContaining("limit price");
    }

    @Test
    void refusesAClientOrderIdThatIsNoUlid() {
        assertThatThrownBy(() -> ClientOrderId.of("7")).hasMessageContaining("ULID");
    }

    @Test
    void resumeWantsTwoPeople() {
        assertThatThrownBy(() -> new OpsCommand.Resume("c", "trader", "trader", "done"))
                .hasMessageContaining("second person");
    }

    private static Order order(OrderType type, String quantity, @Nullable String limitPrice) {
        return new Order(
                ID,
                "",
                "SPY",
                Side.BUY,
                type,
                new BigDecimal(quantity),
                limitPrice == null ? null : new BigDecimal(limitPrice),
                TimeInForce.DAY,
                "manual");
    }
}
