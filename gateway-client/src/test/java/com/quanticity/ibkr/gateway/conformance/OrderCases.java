package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent.CommissionReport;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrdersEnd;
import com.quanticity.ibkr.gateway.event.TradingEvent.ExecDetails;
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
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqCompletedOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import com.quanticity.ibkr.simulator.state.SimulatorState.ExecutionState;
import com.quanticity.ibkr.simulator.state.SimulatorState.OrderState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of orders, from the request to executions, commissions and the lists that come back. */
abstract class OrderCases extends BindingCases {

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal FAR_BELOW = new BigDecimal("1.25");

    private static PlaceOrder resting(int orderId) {
        return new PlaceOrder(
                orderId, SPY, GatewayOrder.limit("BUY", HUNDRED, FAR_BELOW).build());
    }

    private static PlaceOrder market(int orderId, String action) {
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
    void fillsAMarketOrderWithExecutionAndCommission() {
        GatewayConnection connection = connect();

        send(connection, market(1, "BUY"));
        heard.await(OrderStatus.class, status -> status.orderStatus() == GatewayOrderStatus.FILLED);
        settle(connection);

        ExecutionState real = simulator().executions().getFirst();
        ExecDetails execution = all(ExecDetails.class).getFirst();
        assertThat(execution.reqId()).isEqualTo(-1);
        assertThat(execution.contract().conId()).isEqualTo(756733);
        assertThat(execution.execution().execId()).isEqualTo(real.execId());
        assertThat(execution.execution().orderId()).isEqualTo(1);
        assertThat(execution.execution().clientId()).isEqualTo(1);
        assertThat(execution.execution().isBuy()).isTrue();
        assertThat(execution.execution().shares()).isEqualByComparingTo(real.shares());
        assertThat(execution.execution().price()).isEqualByComparingTo(real.price());
        assertThat(execution.execution().permId()).isEqualTo(real.permId());
        assertThat(execution.execution().acctNumber()).isEqualTo("DU1234567");
        assertThat(execution.execution().orderRef()).isEqualTo("ref-1");
        assertThat(execution.execution().lastLiquidity()).isEqualTo(2);
        CommissionReport cost = all(CommissionReport.class).getFirst();
        assertThat(cost.execId()).isEqualTo(real.execId());
        assertThat(cost.commission()).isEqualByComparingTo(real.commission());
        assertThat(cost.currency()).isEqualTo("USD");
        assertThat(cost.realizedPnl()).isNull();
        assertThat(cost.yield()).isNull();
        assertThat(cost.yieldRedemptionDate()).isNull();
    }

    @Test
    void reportsTheProfitOfAClosingTrade() {
        GatewayConnection connection = connect();

        send(connection, market(1, "BUY"), market(2, "SELL"));
        heard.await(
                OrderStatus.class,
                status -> status.orderId() == 2 && status.orderStatus() == GatewayOrderStatus.FILLED);
        settle(connection);

        BigDecimal realized = simulator().executions().stream()
                .filter(execution -> execution.orderId() == 2)
                .map(ExecutionState::realized)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all(CommissionReport.class).stream()
                        .map(CommissionReport::realizedPnl)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(realized);
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
    void listsCompletedOrders() {
        GatewayConnection connection = connect();
        send(connection, market(1, "BUY"), resting(2), new CancelOrder(2, OrderCancel.NONE));

        send(connection, new ReqCompletedOrders(false));
        heard.await(CompletedOrdersEnd.class);

        List<CompletedOrder> completed = all(CompletedOrder.class);
        assertThat(completed)
                .extracting(done -> done.orderState().status())
                .containsExactlyInAnyOrder("Filled", "Cancelled");
        assertThat(completed).allSatisfy(done -> {
            assertThat(done.order().identity().permId()).isPositive();
            assertThat(done.orderState().completedTime()).isNotEmpty();
            assertThat(done.contract().symbol()).isEqualTo("SPY");
        });
    }

    @Test
    void listsExecutionsUnderTheQueriesId() {
        GatewayConnection connection = connect();
        send(connection, market(1, "BUY"));
        heard.await(OrderStatus.class, status -> status.orderStatus() == GatewayOrderStatus.FILLED);

        send(connection, new ReqExecutions(77, ExecutionFilter.ALL));
        heard.await(ExecDetailsEnd.class, end -> end.reqId() == 77);

        assertThat(all(ExecDetails.class))
                .filteredOn(execution -> execution.reqId() == 77)
                .extracting(execution -> execution.execution().execId())
                .containsExactlyElementsOf(simulator().executions().stream()
                        .map(ExecutionState::execId)
                        .toList());
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

    @Test
    void keepsTheOrderOfEventsOfAFill() {
        GatewayConnection connection = connect();

        send(connection, market(1, "BUY"));
        heard.await(OrderStatus.class, status -> status.orderStatus() == GatewayOrderStatus.FILLED);
        settle(connection);

        List<String> kinds = heard.events().stream()
                .filter(event -> switch (event) {
                    case OpenOrder _, OrderStatus _, ExecDetails _, CommissionReport _ -> true;
                    default -> false;
                })
                .map(GatewayEvent::getClass)
                .map(Class::getSimpleName)
                .distinct()
                .toList();
        assertThat(kinds).startsWith("OpenOrder", "OrderStatus");
    }

    private List<Integer> errorsOf(int orderId) {
        return all(ErrorMessage.class).stream()
                .filter(error -> error.id() == orderId)
                .map(ErrorMessage::errorCode)
                .toList();
    }
}
