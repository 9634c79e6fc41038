package com.quanticity.ibkr.gateway.conformance;

import static com.quanticity.ibkr.gateway.conformance.OrderCases.market;
import static com.quanticity.ibkr.gateway.conformance.OrderCases.resting;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent.CommissionReport;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrdersEnd;
import com.quanticity.ibkr.gateway.event.TradingEvent.ExecDetails;
import com.quanticity.ibkr.gateway.event.TradingEvent.ExecDetailsEnd;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.OrderStatus;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqCompletedOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.simulator.state.SimulatorState.ExecutionState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What fills bring: executions, commissions, and the lists of what is done. */
abstract class ExecutionCases extends BindingCases {

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
}
