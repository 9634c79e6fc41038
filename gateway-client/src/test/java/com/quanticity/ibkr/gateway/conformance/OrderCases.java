package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.TradingEvent.ExecDetailsEnd;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrderEnd;
import com.quanticity.ibkr.gateway.event.TradingEvent.OrderStatus;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqAllOpenOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import com.quanticity.ibkr.simulator.state.SimulatorState.OrderState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of orders, from the request to where they stand, their refusals and the lists of those that live. */
abstract class OrderCases extends BindingCases {

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal FAR_BELOW = new BigDecimal("1.25");

    static PlaceOrder resting(int orderId) {
        return new PlaceOrder(
                orderId, SPY, GatewayOrder.limit("BUY", HUNDRED, FAR_BELOW).build());
    }

    static PlaceOrder market(int orderId, String action) {
        return new PlaceOrder(
                orderId,
                SPY,
                GatewayOrder.market(action, HUNDRED).orderRef("ref-" + orderId).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 178, 183, 184, 187, 189, 190, 192, 193, 195, 198, 199})
    void placesModifiesAndCancelsALimitOrderAtEveryVersion(int version) {
        speaking(version);
        GatewayConnection connection = connect();

        send(connection, resting(1));
        settle(connection);
        OrderState placed = simulator().state().openOrders().getFirst();
        send(
                connection,
                new PlaceOrder(
                        1,
                        SPY,
                        GatewayOrder.limit("BUY", HUNDRED, new BigDecimal("1.26"))
                                .build()));
        settle(connection);
        OrderState modified = simulator().state().openOrders().getFirst();
        send(connection, new CancelOrder(1, OrderCancel.NONE));
        settle(connection);

        assertThat(placed.limit()).isEqualByComparingTo(FAR_BELOW);
        assertThat(placed.quantity()).isEqualByComparingTo(HUNDRED);
        assertThat(placed.side()).isEqualTo("BUY");
        assertThat(modified.limit()).isEqualByComparingTo("1.26");
        assertThat(modified.permId()).isEqualTo(placed.permId());
        assertThat(simulator().state().openOrders()).isEmpty();
        assertThat(simulator().state().messages().unreadable()).isZero();
        assertThat(all(OrderStatus.class).getLast().orderStatus()).isEqualTo(GatewayOrderStatus.CANCELLED);
        assertThat(errorsOf(1)).containsExactly(202);
    }

    @Test
    void tellsWhereARestingOrderStands() {
        GatewayConnection connection = connect();

        send(connection, resting(1));
        settle(connection);

        OrderStatus status = all(OrderStatus.class).getLast();
        OrderState real = simulator().state().openOrders().getFirst();
        assertThat(status.orderId()).isEqualTo(1);
        assertThat(status.orderStatus()).isEqualTo(GatewayOrderStatus.SUBMITTED);
        assertThat(status.filled()).isEqualByComparingTo("0");
        assertThat(status.remaining()).isEqualByComparingTo("100");
        assertThat(status.permId()).isEqualTo(real.permId());
        assertThat(status.clientId()).isEqualTo(1);
        assertThat(status.avgFillPrice()).isNull();
        assertThat(status.lastFillPrice()).isNull();
        assertThat(status.mktCapPrice()).isNull();
        assertThat(status.whyHeld()).isEmpty();
    }

    @Test
    void keepsUnsetValuesOfAnOpenOrderNull() {
        GatewayConnection connection = connect();

        send(connection, resting(1));
        OpenOrder open = heard.await(OpenOrder.class);

        assertThat(open.order().lmtPrice()).isEqualByComparingTo(FAR_BELOW);
        assertThat(open.order().trailing().trailStopPrice()).isNull();
        assertThat(open.order().trailing().trailingPercent()).isNull();
        assertThat(open.order().handling().displaySize()).isNull();
        assertThat(open.order().handling().minQty()).isNull();
        assertThat(open.order().handling().percentOffset()).isNull();
        assertThat(open.order().scale().scaleInitLevelSize()).isNull();
        assertThat(open.order().timing().duration()).isNull();
        assertThat(open.orderState().commission()).isNull();
        assertThat(open.orderState().margin().initMarginChange()).isNull();
        assertThat(open.contract().conId()).isEqualTo(756733);
        assertThat(open.contract().strike()).isNull();
        assertThat(open.contract().right()).isEmpty();
    }

    @Test
    void carriesTheAttributesOfAnOrderThereAndBack() {
        GatewayConnection connection = connect();
        OrderHandling handling = new OrderHandling(
                true,
                true,
                50,
                2,
                true,
                false,
                null,
                "",
                new BigDecimal("0.5"),
                true,
                null,
                true,
                true,
                true,
                true,
                true,
                false,
                true,
                true,
                null,
                false,
                false,
                "",
                List.of());
        GatewayOrder sent = GatewayOrder.limit("SELL", HUNDRED, new BigDecimal("2000.01"))
                .tif("GTC")
                .account("DU1234567")
                .orderRef("01JABC-ref")
                .outsideRth(true)
                .handling(handling)
                .build();

        send(connection, new PlaceOrder(5, SPY, sent));
        GatewayOrder back = heard.await(OpenOrder.class).order();

        assertThat(back.action()).isEqualTo("SELL");
        assertThat(back.orderType()).isEqualTo("LMT");
        assertThat(back.totalQuantity()).isEqualByComparingTo(HUNDRED);
        assertThat(back.lmtPrice()).isEqualByComparingTo("2000.01");
        assertThat(back.tif()).isEqualTo("GTC");
        assertThat(back.account()).isEqualTo("DU1234567");
        assertThat(back.orderRef()).isEqualTo("01JABC-ref");
        assertThat(back.outsideRth()).isTrue();
        assertThat(back.identity().clientId()).isEqualTo(1);
        assertThat(back.identity().permId()).isPositive();
        assertThat(back.handling().displaySize()).isEqualTo(50);
        assertThat(back.handling().triggerMethod()).isEqualTo(2);
        assertThat(back.handling().hidden()).isTrue();
        assertThat(back.handling().percentOffset()).isEqualByComparingTo("0.5");
        assertThat(back.handling().notHeld()).isTrue();
        assertThat(back.handling().solicited()).isTrue();
        assertThat(back.handling().randomizeSize()).isTrue();
        assertThat(back.handling().randomizePrice()).isTrue();
        assertThat(back.handling().discretionaryUpToLimitPrice()).isTrue();
        assertThat(back.handling().usePriceMgmtAlgo()).isTrue();
    }

    @Test
    void keepsAStagedOrderSilentUntilItIsTransmitted() {
        GatewayConnection connection = connect();
        GatewayOrder.Builder order = GatewayOrder.limit("BUY", HUNDRED, FAR_BELOW);

        send(connection, new PlaceOrder(1, SPY, order.transmit(false).build()));
        settle(connection);
        boolean wasSilent = all(OpenOrder.class).isEmpty();
        send(connection, new PlaceOrder(1, SPY, order.transmit(true).build()));
        settle(connection);

        assertThat(wasSilent).isTrue();
        assertThat(all(OpenOrder.class)).isNotEmpty();
    }

    @Test
    void listsOpenOrdersOfThisClientAndOfAll() {
        GatewayConnection connection = connect();
        Heard other = new Heard();
        GatewayConnection second = connect(settings(2), other);
        send(second, resting(7));
        other.await(OpenOrder.class);
        send(connection, resting(1));
        settle(connection);
        int before = all(OpenOrder.class).size();

        send(connection, new ReqOpenOrders());
        heard.await(OpenOrderEnd.class);
        List<OpenOrder> own = all(OpenOrder.class).stream().skip(before).toList();
        send(connection, new ReqAllOpenOrders());
        heard.awaitMany(OpenOrderEnd.class, any -> true, 2);
        List<OpenOrder> everyone =
                all(OpenOrder.class).stream().skip(before + own.size()).toList();

        assertThat(own).extracting(OpenOrder::orderId).containsExactly(1);
        assertThat(everyone).extracting(OpenOrder::orderId).containsExactlyInAnyOrder(1, 7);
        assertThat(everyone)
                .extracting(open -> open.order().identity().clientId())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void cancelsEveryOrderOfEveryClient() {
        GatewayConnection connection = connect();
        Heard other = new Heard();
        GatewayConnection second = connect(settings(2), other);
        send(second, resting(7));
        other.await(OpenOrder.class);
        send(connection, resting(1), resting(2));

        send(connection, new ReqGlobalCancel(OrderCancel.NONE));
        settle(connection);

        assertThat(simulator().state().openOrders()).isEmpty();
        other.await(OrderStatus.class, status -> status.orderStatus() == GatewayOrderStatus.CANCELLED);
        assertThat(errorsOf(1)).containsExactly(202);
        assertThat(errorsOf(2)).containsExactly(202);
    }

    @Test
    void refusesAnOrderForUnknownReasonsWithCodeAndText() {
        GatewayConnection connection = connect();

        send(
                connection,
                new PlaceOrder(
                        3,
                        SPY,
                        GatewayOrder.limit("BUY", HUNDRED, new BigDecimal("1.001"))
                                .build()));
        send(connection, new CancelOrder(99, OrderCancel.NONE));
        settle(connection);

        assertThat(errorsOf(3)).containsExactly(110);
        assertThat(errorsOf(99)).containsExactly(10147);
        assertThat(all(ErrorMessage.class))
                .filteredOn(error -> error.id() == 3)
                .extracting(ErrorMessage::errorMsg)
                .containsExactly("The price does not conform to the minimum price variation for this contract.");
    }

    @Test
    void hearsThatTheGatewayIsReadOnly() {
        GatewayConnection connection = connect();
        simulator().faults().setReadOnly(true);

        send(connection, resting(3), new ReqOpenOrders());
        settle(connection);

        assertThat(errorsOf(3)).containsExactly(321);
        assertThat(errorsOf(ErrorMessage.SESSION)).contains(321);
        assertThat(all(OpenOrderEnd.class)).isEmpty();
    }

    @Test
    void refusesWhatItCannotCarryInFullAndSendsNothing() {
        speaking(199);
        GatewayConnection connection = connect();
        ExecutionFilter days = new ExecutionFilter(0, "", "", "", "", "", "", 3, List.of());

        SendOutcome outcome = connection.send(new ReqExecutions(78, days));
        settle(connection);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.message()).contains("lastNDays"));
        assertThat(all(ExecDetailsEnd.class)).isEmpty();
    }

    private List<Integer> errorsOf(int orderId) {
        return all(ErrorMessage.class).stream()
                .filter(error -> error.id() == orderId)
                .map(ErrorMessage::errorCode)
                .toList();
    }
}
