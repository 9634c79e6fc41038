package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.ORDER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.completed;
import static com.quanticity.ibkr.adapter.order.TestOrders.error;
import static com.quanticity.ibkr.adapter.order.TestOrders.execution;
import static com.quanticity.ibkr.adapter.order.TestOrders.openOrder;
import static com.quanticity.ibkr.adapter.order.TestOrders.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.journal.ModificationRow;
import com.quanticity.ibkr.adapter.journal.ModificationState;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrder;
import com.quanticity.ibkr.gateway.order.OrderOutcome;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyFailure;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenChangesTest {

    private static final BigDecimal TWENTY = new BigDecimal("20");

    private final OrderBench bench = new OrderBench();
    private BookedOrder order = bench.booked(JournalState.WORKING);

    @BeforeEach
    void send() {
        order.learn(TestOrders.PERM_ID);
        change(TWENTY);
    }

    @Test
    void isMadeOnceTheGatewayShowsTheNewTerms() {
        bench.hear(openOrder(7, ID), shown("20"), shown("20"));

        assertThat(bench.sink.kinds()).containsExactly("Modified");
        assertThat(order.order().quantity()).isEqualTo(TWENTY);
        assertThat(order.openChange()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"104", "105", "110", "329", "382"})
    void isRefusedByACodeAndTheOrderLivesOn(int code) {
        bench.hear(error(code, "no"));

        OrderEvent.ModifyFailed failed = bench.sink.last(OrderEvent.ModifyFailed.class);
        assertThat(failed.failure()).isEqualTo(ModifyFailure.REFUSED);
        assertThat(failed.code()).isEqualTo(Integer.toString(code));
        assertThat(order.order().quantity()).isEqualTo("10");
        assertThat(order.isLive()).isTrue();
    }

    @Test
    void isUnknownWithoutAnAnswerUntilTheGatewayShowsTheOrder() {
        bench.clock.advance(Duration.ofSeconds(11));
        bench.recovery.checkInFlight();
        bench.recovery.checkInFlight();

        assertThat(bench.sink.last(OrderEvent.ModifyFailed.class).failure()).isEqualTo(ModifyFailure.UNKNOWN);
        assertThat(bench.lookUps).isEqualTo(1);

        bench.hear(openOrder(7, ID));

        assertThat(bench.sink.last(OrderEvent.ModifyFailed.class).failure()).isEqualTo(ModifyFailure.REFUSED);

        bench.hear(shown("20"));

        assertThat(bench.sink.kinds()).containsExactly("ModifyFailed", "ModifyFailed", "Modified");
    }

    @Test
    void isUnknownWhenTheSessionIsLost() {
        bench.enter(SessionState.READY);
        bench.enter(SessionState.DISCONNECTED);

        assertThat(bench.sink.last(OrderEvent.ModifyFailed.class).failure()).isEqualTo(ModifyFailure.UNKNOWN);
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);
    }

    @Test
    void anOrderIsNotFullWhileAChangeMayHaveEnlargedIt() {
        bench.hear(execution("e1.01", "10", "10", ID.value()));

        assertThat(bench.state()).isEqualTo(JournalState.WORKING);

        bench.hear(error(104, "filled"));

        assertThat(bench.state()).isEqualTo(JournalState.FILLED);
    }

    /** Seed 408 of the chaos suite: made and filled while nobody listened. */
    @ParameterizedTest
    @CsvSource({"6, Modified, 6", "10, ModifyFailed, 10"})
    void theQuantityThatFilledTellsWhetherASmallerOneWasMade(String filled, String told, String quantity) {
        change(new BigDecimal("6"));
        bench.hear(execution("e1.01", filled, filled, ID.value()));

        bench.hear(completedWith(filled));

        assertThat(bench.sink.kinds()).contains(told);
        assertThat(order.order().quantity()).isEqualTo(quantity);
        assertThat(order.openChange()).isNull();
        assertThat(bench.state()).isEqualTo(JournalState.FILLED);
    }

    @Test
    void aFilledStatusBeforeItsExecutionTellsTheSame() {
        bench.hear(status("Filled", "20", "0"));

        assertThat(order.order().quantity()).isEqualTo(TWENTY);
        assertThat(bench.state()).isEqualTo(JournalState.WORKING);

        bench.hear(execution("e1.01", "20", "20", ID.value()));

        assertThat(bench.state()).isEqualTo(JournalState.FILLED);
    }

    @Test
    void aChangeOfPriceOnlyIsUnknownOnceTheOrderFilledAndMadeWhenItIsShownAfterAll() {
        changePrice(new BigDecimal("99.50"));
        bench.hear(execution("e1.01", "10", "10", ID.value()));

        assertThat(bench.state()).isEqualTo(JournalState.FILLED);
        assertThat(bench.sink.events)
                .first()
                .isInstanceOfSatisfying(
                        OrderEvent.ModifyFailed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(ModifyFailure.UNKNOWN));

        bench.hear(shown(new BigDecimal("99.50")));

        assertThat(bench.sink.kinds()).containsExactly("ModifyFailed", "Executed", "Modified");
        assertThat(order.openChange()).isNull();
    }

    @Test
    void aChangeEndsWithItsOrder() {
        bench.hear(status("Cancelled", "0", "10"));

        assertThat(bench.sink.kinds()).containsExactly("ModifyFailed", "Cancelled");
    }

    @Test
    void aNoticeIsNoAnswer() {
        bench.hear(error(399, "Order Message: warning"));

        assertThat(bench.sink.events).isEmpty();
        assertThat(order.openChange()).isNotNull();
    }

    private void change(BigDecimal quantity) {
        enter(OrderChange.quantity(quantity), order.order().withQuantity(quantity));
    }

    private void changePrice(BigDecimal limit) {
        OrderChange change = OrderChange.limit(limit);
        enter(change, change.appliedTo(order.order()));
    }

    private void enter(OrderChange change, Order wanted) {
        order.enter(new ModificationRow(
                "m1",
                change,
                wanted,
                "message",
                "trader",
                bench.clock.instant(),
                ModificationState.SENT,
                "",
                "",
                bench.clock.instant(),
                bench.clock.instant()));
    }

    private static CompletedOrder completedWith(String filled) {
        CompletedOrder completed = completed("Filled", "Filled Size: " + filled);
        return new CompletedOrder(
                completed.contract(),
                completed.order().toBuilder()
                        .outcome(new OrderOutcome(new BigDecimal(filled), null, ""))
                        .build(),
                completed.orderState());
    }

    private static OpenOrder shown(BigDecimal limitPrice) {
        OpenOrder open = openOrder(ORDER_ID.value(), ID);
        return new OpenOrder(
                open.orderId(),
                open.contract(),
                open.order().toBuilder().lmtPrice(limitPrice).build(),
                open.orderState());
    }

    private static OpenOrder shown(String quantity) {
        OpenOrder open = openOrder(ORDER_ID.value(), ID);
        return new OpenOrder(
                open.orderId(),
                open.contract(),
                open.order().toBuilder().totalQuantity(new BigDecimal(quantity)).build(),
                open.orderState());
    }
}
