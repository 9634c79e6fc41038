package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.SimulatorOrders;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderRulesTest {

    private OrderFloor floor;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        floor = OrderFloor.open(folder);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private SimulatorOrders orders() {
        return floor.simulator().orders();
    }

    private static OrderRules limits(OrderLimits limits) {
        return OrderRules.defaults().withLimits(limits);
    }

    @Test
    void saysOfADirectlyRoutedOrderWhatItsUserWants() {
        TestOrder order = TestOrder.buy(1, 100, "LMT").limit("170").with("exchange", "NYSE");
        assertThat(floor.place(order)).startsWith("1 message 10311").contains("1 Submitted 0/100");

        orders().use(OrderRules.defaults().withDirectRouting(DirectRouting.REFUSED));
        assertThat(floor.place(order.with("orderId", 2))).containsExactly("2 message 10311");

        orders().use(OrderRules.defaults().withDirectRouting(DirectRouting.TAKEN));
        assertThat(floor.place(order.with("orderId", 3))).startsWith("3 order");
    }

    @Test
    void refusesWhatIsTooLarge() {
        orders().use(limits(OrderLimits.none().withLargestSize(new BigDecimal("500"))));

        assertThat(floor.place(TestOrder.buy(1, 501, "MKT"))).containsExactly("1 message 383");
    }

    @Test
    void rejectsAPriceOutsideTheBandUnlessOverridden() {
        orders().use(limits(OrderLimits.none().withPriceBandPercent(BigDecimal.TEN)));
        floor.client().send(TestOrder.buy(1, 100, "LMT").limit("250").frame());
        List<List<String>> heard = floor.client().drain();

        assertThat(heard).extracting(OrderFloor::brief).startsWith("1 message 201", "1 order", "1 Inactive 0/100");
        assertThat(heard.getFirst().get(4)).contains("8229", "IDBAND");
        assertThat(floor.place(TestOrder.buy(2, 100, "LMT").limit("250").with("advancedErrorOverride", "IDBAND")))
                .contains("2 BOT 100@181.5");
    }

    @Test
    void refusesAPriceBeyondThePrecautionsOfItsUser() {
        orders().use(limits(OrderLimits.none().withPrecautionPercent(BigDecimal.ONE)));
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("190"))).containsExactly("1 message 109");

        orders().use(limits(OrderLimits.none().withPrecautionTicks(20)));
        assertThat(floor.place(TestOrder.buy(2, 100, "LMT").limit("181.71"))).containsExactly("2 message 382");
        assertThat(floor.place(TestOrder.buy(3, 100, "LMT").limit("170"))).contains("3 Submitted 0/100");
        assertThat(floor.place(TestOrder.buy(3, 100, "LMT").limit("190"))).containsExactly("3 message 382");
    }

    @Test
    void refusesWhatTheAccountMayNotTrade() {
        orders().use(OrderRules.defaults().withNotAvailable(Set.of("IBM")).withoutPermissionFor(Set.of("OPT")));

        assertThat(floor.place(TestOrder.buy(1, 100, "MKT"))).containsExactly("1 message 203");
        assertThat(floor.place(TestOrder.buy(2, 1, "MKT")
                        .with("symbol", "XOM")
                        .with("secType", "OPT")
                        .with("expiry", "20260320")
                        .with("strike", "88")
                        .with("right", "C")))
                .containsExactly("2 message 460");
        assertThat(floor.place(TestOrder.buy(3, 100, "MKT").with("symbol", "XOM")))
                .contains("3 Filled 100/0");
    }

    @Test
    void warnsOfAnOrderThatIsLargerThanThePositionItCloses() {
        orders().use(OrderHabits.usual().with(OrderHabit.WARNS_OF_CROSSED_SIDES));
        floor.place(TestOrder.buy(1, 100, "MKT"));

        assertThat(floor.place(TestOrder.sell(2, 100, "LMT").limit("190"))).doesNotContain("2 message 2137");
        assertThat(floor.place(TestOrder.sell(3, 101, "LMT").limit("190")))
                .startsWith("3 message 2137")
                .contains("3 Submitted 0/101");
    }

    @Test
    void rejectsTooManyOrdersOnOneSide() {
        orders().use(limits(OrderLimits.none().withWorkingOrdersASide(1)));
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));

        assertThat(floor.place(TestOrder.buy(2, 100, "LMT").limit("170"))).startsWith("2 message 201");
        assertThat(floor.place(TestOrder.sell(3, 100, "LMT").limit("190"))).contains("3 Submitted 0/100");
    }

    @Test
    void refusesAGroupOfALoginThatIsNoAdvisor() {
        assertThat(floor.place(TestOrder.buy(1, 100, "MKT").with("faGroup", "All accounts")))
                .containsExactly("1 message 344");
    }

    @Test
    void refusesFractionsWhenTheyAreNotTaken() {
        orders().use(limits(OrderLimits.none().withTakesFractions(false)));

        assertThat(floor.place(TestOrder.buy(1, "0.5", "MKT"))).containsExactly("1 message 10243");
    }

    @Test
    void holdsAShortSaleUntilSharesAreLocated() {
        orders().setShortable("IBM", BigDecimal.ZERO);
        List<String> held = floor.place(TestOrder.sell(1, 100, "MKT").with("action", "SSHORT"));
        orders().setShortable("IBM", null);

        assertThat(held).startsWith("1 message 404", "1 order", "1 PreSubmitted locate 0/100");
        assertThat(floor.heard()).startsWith("1 order", "1 Submitted 0/100", "1 SLD 100@181");
    }

    @Test
    void letsAClientCancelAForeignOrderWhenAllowed() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));
        try (TestClient other = TestClient.start(floor.simulator(), 2)) {
            other.send(4, 1, "", "", 2147483647);
            assertThat(OrderFloor.heard(other)).containsExactly("1 message 10147");

            orders().use(OrderRules.defaults().withCancelsForeignOrders(true));
            other.send(4, 1, "", "", 2147483647);
            List<List<String>> heard = other.drain();
            assertThat(heard).extracting(OrderFloor::brief).contains("1 Cancelled 0/100");
            assertThat(OrderFloor.last(heard, "3").get(9)).isEqualTo("2");
        }
    }

    @Test
    void tellsTheMasterClientOfEverybodysOrders() {
        orders().use(OrderRules.defaults().withMasterClientId(9));
        try (TestClient master = TestClient.start(floor.simulator(), 9)) {
            floor.place(TestOrder.buy(1, 100, "MKT"));

            assertThat(OrderFloor.heard(master)).contains("1 order", "1 BOT 100@181.5", "1 Filled 100/0", "commission");
        }
    }

    @Test
    void bindsManualOrdersToClientZero() {
        orders().placeManually("IBM", Side.BUY, new BigDecimal("100"), new BigDecimal("170"), "GTC");
        assertThat(floor.heard()).isEmpty();
        floor.client().send(16, 1);
        assertThat(floor.heard()).containsExactly("0 order", "0 Submitted 0/100", "id 53");

        try (TestClient zero = TestClient.start(floor.simulator(), 0)) {
            zero.send(15, 1, 1);
            assertThat(OrderFloor.heard(zero)).containsExactly("id 100", "-1 order", "-1 Submitted 0/100");
            zero.send(4, -1, "", "", 2147483647);
            assertThat(OrderFloor.heard(zero)).contains("-1 Cancelled 0/100", "-1 message 202");
        }
    }

    @Test
    void bindsManualOrdersToTheNextIdWhenAskedTo() {
        orders().use(OrderRules.defaults().withBindsWithNegativeIds(false));
        orders().placeManually("IBM", Side.BUY, new BigDecimal("100"), new BigDecimal("170"), "GTC");
        try (TestClient zero = TestClient.start(floor.simulator(), 0)) {
            zero.send(15, 1, 1);

            assertThat(OrderFloor.heard(zero)).containsExactly("id 100", "1 order", "1 Submitted 0/100");
        }
    }

    @Test
    void refusesToBindForOtherClients() {
        floor.client().send(15, 1, 1);

        assertThat(floor.heard()).containsExactly("-1 message 327");
    }

    @Test
    void correctsAnExecutionUnderTheNextRevision() {
        floor.place(TestOrder.buy(1, 100, "MKT"));
        String execId = floor.simulator().executions().getFirst().execId();
        orders().correct(execId, new BigDecimal("181.40"));

        assertThat(floor.heard()).startsWith("1 BOT 100@181.4", "commission", "1 order", "1 Filled 100/0");
        assertThat(floor.simulator().executions())
                .singleElement()
                .satisfies(execution ->
                        assertThat(execution.execId()).isEqualTo(execId.substring(0, execId.length() - 2) + "02"));
        assertThat(floor.simulator().state().accounts().getFirst().cash()).isEqualByComparingTo("981859");
    }

    @Test
    void takesABustedExecutionBack() {
        floor.place(TestOrder.buy(1, 100, "MKT"));
        orders().bust(floor.simulator().executions().getFirst().execId());

        assertThat(floor.heard()).startsWith("1 BOT 0@181.5").contains("1 message 2148");
        assertThat(floor.simulator().executions()).isEmpty();
        assertThat(floor.simulator().state().accounts().getFirst().cash()).isEqualByComparingTo("1000000");
    }

    @Test
    void filtersExecutionsByEveryField() {
        floor.place(TestOrder.buy(1, 10, "MKT"), TestOrder.sell(2, 20, "MKT").with("symbol", "XOM"));
        floor.after(Duration.ofDays(2));
        floor.place(TestOrder.buy(3, 30, "MKT"));

        assertThat(executions("", "", "", "", 2147483647)).containsExactly("3 BOT 30@182.3");
        assertThat(executions("", "", "", "", 3)).hasSize(3);
        assertThat(executions("XOM", "STK", "", "SELL", 3)).containsExactly("2 SLD 20@88");
        assertThat(executions("", "", "ARCA", "", 3)).containsExactly("2 SLD 20@88");
        assertThat(executions("", "OPT", "", "", 3)).isEmpty();
        assertThat(executions("", "", "", "", 2147483647, "20260302")).hasSize(2);
    }

    private List<String> executions(
            String symbol, String secType, String exchange, String side, int days, String... dates) {
        List<Object> request = new java.util.ArrayList<>(
                List.of(7, 3, 50, 0, "", "", symbol, secType, exchange, side, days, dates.length));
        request.addAll(List.of(dates));
        floor.client().send(request.toArray());
        return floor.heard().stream().filter(line -> line.contains("@")).toList();
    }

    @Test
    void knowsNoOrderIdAboveTheHighest() {
        floor.place(TestOrder.buy(2147483647, 10, "MKT"));
        floor.client().send(8, 1, 1);

        assertThat(floor.client().drain()).containsExactly(List.of("9", "1", "2147483647"));
        assertThat(floor.place(TestOrder.buy(5, 10, "MKT"))).containsExactly("5 message 103");
    }

    @Test
    void listsManualOrdersAsCompletedUnlessOnlyThoseOfClientsAreWanted() {
        orders().placeManually("IBM", Side.BUY, BigDecimal.TEN, null, "DAY");
        floor.place(TestOrder.buy(1, 10, "MKT"));
        floor.client().send(99, 0);
        floor.client().send(99, 1);

        assertThat(floor.heard()).containsExactly("id 101", "id 101", "id 102", "id 101", "id 102");
    }
}
