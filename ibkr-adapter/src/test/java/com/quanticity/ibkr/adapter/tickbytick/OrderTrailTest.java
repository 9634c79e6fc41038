package com.quanticity.ibkr.adapter.tickbytick;

import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTrailTest {

    private static final ClientOrderId ID = ClientOrderId.of("01JQZK8Y1M0000000000000001");

    private final ThirdStream third = new ThirdStream(List.of(), TickKind.LAST, Duration.ofSeconds(60));
    private final OrderTrail trail = new OrderTrail(third);

    @Test
    void anAcceptedOrderMakesItsSymbolTheTradedOne() {
        trail.onCommand(submit("AAPL"));
        assertThat(third.traded()).isNull();

        trail.onEvent(accepted());

        assertThat(third.traded()).isEqualTo("AAPL");
    }

    @Test
    void theEventMayBeReadBeforeTheCommand() {
        trail.onEvent(accepted());
        trail.onCommand(submit("AAPL"));

        assertThat(third.traded()).isEqualTo("AAPL");
    }

    @Test
    void aDeniedOrderIsNoTrading() {
        trail.onCommand(submit("AAPL"));
        trail.onEvent(new OrderEvent.Denied(ID, DenialReason.values()[0], "denied", "", "", OPEN));

        assertThat(third.traded()).isNull();
    }

    private static OrderEvent accepted() {
        return new OrderEvent.Accepted(ID, ClientIdOwner.IBKR_ADAPTER.clientId(), OrderId.of(7), OPEN);
    }

    private static OrderCommand submit(String symbol) {
        return new OrderCommand.Submit(
                new Order(
                        ID, "", symbol, Side.BUY, OrderType.MARKET, new BigDecimal("1"), null, TimeInForce.DAY, "test"),
                "test");
    }
}
