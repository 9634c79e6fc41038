package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table of sequences, tws-wire orders.md section 5, with the variants that can be switched on. */
class OrderSequencesTest {

    private OrderFloor floor;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        floor = OrderFloor.open(folder);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private static OrderHabits usual() {
        return OrderHabits.usual();
    }

    private void use(OrderHabits habits) {
        floor.simulator().orders().use(habits);
    }

    @Test
    void acknowledgesARestingLimitInTwoSteps() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170")))
                .containsExactly("1 order", "1 PreSubmitted 0/100", "1 order", "1 Submitted 0/100");
    }

    @Test
    void acknowledgesARestingLimitAtOnceWhenSwitchedOn() {
        use(usual().with(OrderHabit.ACKNOWLEDGES_AT_ONCE));

        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170")))
                .containsExactly("1 order", "1 Submitted 0/100");
    }

    @Test
    void tellsAStopTwice() {
        assertThat(floor.place(TestOrder.sell(1, 100, "STP").aux("150")))
                .containsExactly("1 order", "1 PreSubmitted trigger 0/100", "1 order", "1 PreSubmitted trigger 0/100");
    }

    @Test
    void fillsAMarketOrderAtOnce() {
        assertThat(floor.place(TestOrder.buy(1, 100, "MKT")))
                .containsExactly(
                        "1 order",
                        "1 PreSubmitted 0/100",
                        "1 BOT 100@181.5",
                        "1 order",
                        "1 Filled 100/0",
                        "commission");
    }

    @Test
    void tellsTheStatusBeforeALateExecutionWhenSwitchedOn() {
        use(usual().with(OrderHabit.STATUS_BEFORE_EXECUTION).withExecutionDelay(Duration.ofMillis(100)));

        List<String> atOnce = floor.place(TestOrder.buy(1, 100, "MKT"));
        List<String> later = floor.after(Duration.ofMillis(100));

        assertThat(atOnce).containsExactly("1 order", "1 PreSubmitted 0/100", "1 order", "1 Filled 100/0");
        assertThat(later).containsExactly("1 BOT 100@181.5", "commission");
    }

    @Test
    void tellsTheCommissionFirstOrNeverWhenSwitchedOn() {
        use(usual().with(OrderHabit.COMMISSION_BEFORE_EXECUTION));
        List<String> first = floor.place(TestOrder.buy(1, 10, "MKT"));
        use(usual().with(OrderHabit.OMITS_COMMISSIONS));
        List<String> never = floor.place(TestOrder.buy(2, 10, "MKT"));

        assertThat(first).containsSubsequence("commission", "1 BOT 10@181.5", "1 Filled 10/0");
        assertThat(never).contains("2 Filled 10/0").doesNotContain("commission");
    }

    @Test
    void repeatsWhatItTellsWhenSwitchedOn() {
        use(usual().with(OrderHabit.REPEATS_CALLBACKS).with(OrderHabit.REPEATS_EXECUTIONS));

        assertThat(floor.place(TestOrder.buy(1, 10, "MKT")))
                .containsExactly(
                        "1 order",
                        "1 order",
                        "1 PreSubmitted 0/10",
                        "1 PreSubmitted 0/10",
                        "1 BOT 10@181.5",
                        "1 BOT 10@181.5",
                        "1 order",
                        "1 order",
                        "1 Filled 10/0",
                        "1 Filled 10/0",
                        "commission");
    }

    @Test
    void tellsEachPartialFill() {
        assertThat(floor.place(TestOrder.buy(1, 500, "MKT")))
                .containsExactly(
                        "1 order",
                        "1 PreSubmitted 0/500",
                        "1 BOT 400@181.5",
                        "1 order",
                        "1 Submitted 400/100",
                        "commission");
        assertThat(floor.after(20)).containsExactly("1 BOT 100@180.4", "1 order", "1 Filled 500/0", "commission");
    }

    @Test
    void confirmsACancelInEveryOrderOfItsParts() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));
        assertThat(floor.cancel(1)).containsExactly("1 PendingCancel 0/100", "1 Cancelled 0/100", "1 message 202");

        use(usual().without(OrderHabit.SHOWS_PENDING_CANCEL));
        floor.place(TestOrder.buy(2, 100, "LMT").limit("170"));
        assertThat(floor.cancel(2)).containsExactly("2 Cancelled 0/100", "2 message 202");

        use(usual().without(OrderHabit.SHOWS_PENDING_CANCEL).with(OrderHabit.CONFIRMS_CANCEL_FIRST));
        floor.place(TestOrder.buy(3, 100, "LMT").limit("170"));
        assertThat(floor.cancel(3)).containsExactly("3 message 202", "3 Cancelled 0/100");
    }

    @Test
    void letsAFillWinAgainstASlowCancel() {
        use(usual().withCancelDelay(Duration.ofSeconds(30)));
        floor.place(TestOrder.buy(1, 100, "LMT").limit("180.50"));

        assertThat(floor.cancel(1)).containsExactly("1 PendingCancel 0/100");
        assertThat(floor.place(TestOrder.buy(1, 50, "LMT").limit("180.50"))).containsExactly("1 message 2102");
        assertThat(floor.after(40)).containsExactly("1 BOT 100@180.4", "1 order", "1 Filled 100/0", "commission");
    }

    @Test
    void tellsAChangedOrderAnew() {
        floor.place(TestOrder.sell(1, 100, "STP").aux("150"));

        assertThat(floor.place(TestOrder.sell(1, 100, "STP").aux("151")))
                .containsExactly("1 order", "1 PreSubmitted trigger 0/100", "1 order", "1 PreSubmitted trigger 0/100");
    }

    @Test
    void keepsTheOrderWhenAChangeIsRefused() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));

        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170.001"))).containsExactly("1 message 110");
        assertThat(floor.place(TestOrder.sell(1, 100, "LMT").limit("170"))).containsExactly("1 message 105");
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170").with("symbol", "XOM")))
                .containsExactly("1 message 105");
        assertThat(floor.place(TestOrder.buy(1, 100, "MIDPRICE"))).containsExactly("1 message 329");
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170").algo("Twap")))
                .containsExactly("1 message 440");
        assertThat(floor.cancel(1)).contains("1 Cancelled 0/100");
    }

    @Test
    void refusesAChangeAfterTheFillOrIgnoresIt() {
        floor.place(TestOrder.buy(1, 10, "MKT"));
        assertThat(floor.place(TestOrder.buy(1, 20, "MKT"))).containsExactly("1 message 104");

        use(usual().with(OrderHabit.IGNORES_LATE_MODIFIES));
        assertThat(floor.place(TestOrder.buy(1, 20, "MKT"))).isEmpty();
    }

    @Test
    void refusesAnInvalidOrderWithNothingButItsCode() {
        assertThat(floor.place(TestOrder.buy(1, 100, "FEELINGS"))).containsExactly("1 message 321");
        assertThat(floor.place(TestOrder.of(2).with("symbol", "NOPE"))).containsExactly("2 message 200");
        assertThat(floor.place(TestOrder.buy(3, 0, "MKT"))).containsExactly("3 message 434");
    }

    @Test
    void rejectsWhatTheAccountCannotCarry() {
        assertThat(floor.place(TestOrder.buy(1, 50_000, "MKT")))
                .containsExactly("1 message 201", "1 order", "1 Inactive 0/50000");
    }

    @Test
    void endsImmediateOrdersThatCannotBeFilled() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170").tif("IOC")))
                .containsExactly("1 order", "1 PendingCancel 0/100", "1 Cancelled 0/100");
        assertThat(floor.place(TestOrder.buy(2, 100, "LMT").limit("170").tif("FOK")))
                .containsExactly("2 order", "2 Inactive 0/100");
    }

    @Test
    void keepsAStagedOrderSilent() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170").staged()))
                .isEmpty();
        assertThat(floor.cancel(1)).containsExactly("1 message 202");
    }

    @Test
    void answersAPreviewByOneOrderThatDoesNotExist() {
        floor.client()
                .send(TestOrder.buy(1, 100, "LMT")
                        .limit("180")
                        .with("whatIf", 1)
                        .frame());
        List<List<String>> answer = floor.client().drain();

        assertThat(answer).extracting(OrderFloor::brief).containsExactly("1 order");
        assertThat(answer.getFirst()).contains("9050.00", "4525.00", "1000099.00");
        assertThat(floor.simulator().state().openOrders()).isEmpty();
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("170"))).contains("1 Submitted 0/100");
    }

    @ParameterizedTest
    @CsvSource({
        "MKT, '', ''",
        "LMT, 180, ''",
        "STP, '', 190",
        "STP LMT, 191, 190",
        "TRAIL, '', 1",
        "MIT, '', 170",
        "LIT, 171, 170",
        "MOC, '', ''",
        "LOC, 181, ''",
        "MTL, '', ''",
        "REL, '', 0.01",
        "PASSV REL, '', 0.01",
        "MIDPRICE, 182, ''",
        "PEG MKT, 182, 0.01",
        "SNAP MID, '', 0",
        "SNAP MKT, '', 0",
        "SNAP PRIM, '', 0"
    })
    void previewsEveryType(String type, String limit, String aux) {
        floor.client()
                .send(TestOrder.buy(1, 100, type)
                        .limit(limit)
                        .aux(aux)
                        .with("whatIf", 1)
                        .frame());
        List<List<String>> answer = floor.client().drain();

        assertThat(answer).extracting(OrderFloor::brief).containsExactly("1 order");
        assertThat(initialMarginAfter(answer)).isBetween(8_500.0, 9_600.0);
    }

    /** Nine margin texts follow the status of the preview. */
    private static double initialMarginAfter(List<List<String>> answer) {
        List<String> fields = answer.getFirst();
        return Double.parseDouble(fields.get(fields.indexOf("PreSubmitted") + 7));
    }

    @Test
    void previewsTheMarginOfACombinationByItsLegs() {
        TestOrder spread = TestOrder.buy(1, 10, "LMT")
                .limit("6")
                .legs(OrderFloor.IBM, 1, "BUY", 13977, 2, "SELL")
                .with("whatIf", 1);
        floor.client().send(spread.frame());

        assertThat(initialMarginAfter(floor.client().drain())).isBetween(1_700.0, 1_900.0);
        assertThat(floor.place(
                        TestOrder.buy(2, 1_000_000, "LMT").limit("6").legs(OrderFloor.IBM, 1, "BUY", 13977, 2, "SELL")))
                .startsWith("2 message 201");
    }

    @Test
    void refusesAPreviewByItsCodeOnly() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("180.001").with("whatIf", 1)))
                .containsExactly("1 message 110");
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT")
                        .limit("180")
                        .with("whatIf", 1)
                        .staged()))
                .containsExactly("1 message 413");
    }

    @Test
    void tellsCommissionsLateWhenAskedTo() {
        use(usual().withCommissionDelay(Duration.ofMillis(300)));

        assertThat(floor.place(TestOrder.buy(1, 100, "MKT")))
                .contains("1 Filled 100/0")
                .doesNotContain("commission");
        assertThat(floor.after(1)).containsExactly("commission");
    }

    @Test
    void refusesNumbersThatAreNoneOrMeanNothing() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("1e400"))).containsExactly("1 message 320");
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("1e300"))).containsExactly("1 message 321");
        assertThat(floor.place(TestOrder.buy(1, "1e13", "MKT"))).containsExactly("1 message 321");
    }

    @Test
    void refusesIdsThatWereUsed() {
        floor.place(TestOrder.buy(5, 10, "MKT"));
        assertThat(floor.place(TestOrder.buy(3, 10, "MKT"))).containsExactly("3 message 103");
        assertThat(floor.cancel(3)).containsExactly("3 message 10147");
        assertThat(floor.cancel(5)).containsExactly("5 message 10148");
        floor.simulator().orders().use(OrderHabits.usual().with(OrderHabit.REFUSES_CANCELS_WITH_161));
        assertThat(floor.cancel(5)).containsExactly("5 message 161");
    }

    @Test
    void letsADayOrderExpireWithoutOrWithAMessage() {
        floor.place(
                TestOrder.buy(1, 100, "LMT").limit("170"),
                TestOrder.buy(2, 100, "LMT").limit("170").tif("GTC"));
        assertThat(floor.after(Duration.ofHours(14))).containsExactly("1 Cancelled 0/100");

        use(usual().with(OrderHabit.CONFIRMS_EXPIRY));
        floor.place(TestOrder.buy(3, 100, "LMT").limit("170"));
        assertThat(floor.after(Duration.ofHours(24))).containsExactly("3 Cancelled 0/100", "3 message 202");
    }

    @Test
    void cancelsEverythingGlobally() {
        floor.place(
                TestOrder.buy(1, 100, "LMT").limit("170"),
                TestOrder.buy(2, 100, "LMT").limit("170"));
        floor.client().send(58, "", 2147483647);

        assertThat(floor.heard())
                .containsSubsequence("1 Cancelled 0/100", "1 message 202", "2 Cancelled 0/100", "2 message 202");
    }

    @Test
    void listsOpenOrdersOfOneAndOfAllClients() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));
        try (TestClient other = TestClient.start(floor.simulator(), 2)) {
            other.send(5, 1);
            other.send(16, 1);

            assertThat(OrderFloor.heard(other)).containsExactly("id 53", "1 order", "1 Submitted 0/100", "id 53");
        }
    }

    @Test
    void warnsAndGoesOn() {
        assertThat(floor.place(TestOrder.buy(1, 10, "MKT").tif(""))).startsWith("1 message 10349", "1 order");
        assertThat(floor.place(TestOrder.buy(2, 10, "MKT").with("outsideRth", 1)))
                .startsWith("2 message 2109", "2 order");
    }
}
