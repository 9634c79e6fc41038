package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderGroupsTest {

    private OrderFloor floor;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        floor = OrderFloor.open(folder);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private List<String> bracket(String entryLimit) {
        List<String> parent =
                floor.place(TestOrder.buy(1, 100, "LMT").limit(entryLimit).staged());
        List<String> profit =
                floor.place(TestOrder.sell(2, 100, "LMT").limit("182").child(1).staged());
        assertThat(parent).isEmpty();
        assertThat(profit).isEmpty();
        return floor.place(TestOrder.sell(3, 100, "STP").aux("150").child(1));
    }

    @Test
    void releasesABracketWithItsLastChild() {
        assertThat(bracket("170"))
                .containsSubsequence(
                        "1 order",
                        "1 PreSubmitted 0/100",
                        "2 order",
                        "2 PreSubmitted child 0/100",
                        "3 order",
                        "3 PreSubmitted child,trigger 0/100",
                        "1 Submitted 0/100");
    }

    @Test
    void activatesTheChildrenAndLetsOneCancelTheOther() {
        assertThat(bracket("181.50"))
                .containsSubsequence("1 Filled 100/0", "2 Submitted 0/100", "3 PreSubmitted trigger 0/100");

        assertThat(floor.after(45))
                .containsSubsequence("2 SLD 100@182", "2 Filled 100/0", "3 Cancelled 0/100", "3 message 202");
    }

    @Test
    void cancelsTheChildrenWithTheirParent() {
        bracket("170");

        assertThat(floor.cancel(1))
                .containsExactly(
                        "1 PendingCancel 0/100",
                        "1 Cancelled 0/100",
                        "1 message 202",
                        "2 Cancelled 0/100",
                        "2 message 202",
                        "3 Cancelled 0/100",
                        "3 message 202");
    }

    @Test
    void refusesAChildWithoutParent() {
        assertThat(floor.place(TestOrder.sell(2, 100, "LMT").limit("182").child(1)))
                .containsExactly("2 message 10006");
    }

    @Test
    void cancelsTheOthersOfATypeOneGroupAtAnyFill() {
        floor.place(
                TestOrder.buy(1, 600, "LMT").limit("180.50").oca("g", 1),
                TestOrder.buy(2, 600, "LMT").limit("170").oca("g", 1));

        assertThat(floor.after(20))
                .containsExactly(
                        "1 BOT 500@180.4",
                        "1 order",
                        "1 Submitted 500/100",
                        "commission",
                        "2 Cancelled 0/600",
                        "2 message 202");
    }

    @Test
    void reducesTheOthersOfATypeTwoOrThreeGroup() {
        floor.place(
                TestOrder.buy(1, 1000, "LMT").limit("180.50").oca("g", 2),
                TestOrder.buy(2, 500, "LMT").limit("170").oca("g", 2));

        assertThat(floor.after(20)).contains("1 Submitted 500/500", "2 Submitted 0/250");
        assertThat(floor.after(10)).contains("1 Filled 1000/0", "2 Cancelled 0/250");
    }

    @Test
    void neverOverfillsAGroupThatIsReachedAtOnce() {
        List<String> heard = floor.place(
                TestOrder.buy(1, 100, "LMT").limit("180.50").oca("g", 1),
                TestOrder.buy(2, 100, "LMT").limit("180.60").oca("g", 1));
        heard = floor.after(20);

        assertThat(heard.stream().filter(line -> line.contains(" BOT "))).hasSize(1);
    }

    @Test
    void letsOneMoveOfTheMarketFillSeveralMembersOfATypeThreeGroup() {
        floor.place(
                TestOrder.buy(1, 100, "LMT").limit("180.50").oca("g", 3),
                TestOrder.buy(2, 100, "LMT").limit("180.60").oca("g", 3),
                TestOrder.buy(3, 100, "LMT").limit("170").oca("g", 3));

        assertThat(floor.after(20)).contains("1 Filled 100/0", "2 Filled 100/0", "3 Cancelled 0/100");
    }

    @Test
    void reducesTheRestOfATypeThreeGroupAfterwards() {
        floor.place(
                TestOrder.buy(1, 1000, "LMT").limit("180.50").oca("g", 3),
                TestOrder.buy(2, 500, "LMT").limit("170").oca("g", 3));

        assertThat(floor.after(20)).contains("1 Submitted 500/500", "2 Submitted 0/250");
    }

    @Test
    void namesTheParentOfACompletedChildByItsAccountWideNumber() {
        bracket("170");
        floor.cancel(2);
        floor.client().send(99, 0);
        List<String> completed = OrderFloor.last(floor.client().drain(), "101");
        floor.client().send(5, 1);
        List<List<String>> open = floor.client().drain();

        assertThat(completed).contains(OrderFloor.last(open.subList(0, 2), "3").get(6));
    }

    @Test
    void sizesAHedgeWhenItsParentIsFilled() {
        floor.place(TestOrder.buy(1, 100, "MKT").staged());
        List<String> heard = floor.place(
                TestOrder.sell(2, 0, "MKT").with("symbol", "XOM").child(1).hedge("P", "2"));

        assertThat(heard).contains("2 SLD 200@88", "2 Filled 200/0");
    }

    @Test
    void holdsAnOrderUntilItsConditionHolds() {
        assertThat(floor.place(TestOrder.buy(1, 100, "MKT")
                        .with("symbol", "XOM")
                        .condition("1", "a", "0", "180.50", Integer.toString(OrderFloor.IBM), "SMART", "2")))
                .containsExactly("1 order", "1 PreSubmitted 0/100");

        assertThat(floor.after(20)).isEmpty();
        assertThat(floor.after(1)).startsWith("1 order", "1 Submitted 0/100", "1 BOT 100@88.1");
    }

    @Test
    void joinsConditionsOfTimeVolumeAndExecution() {
        String conId = Integer.toString(OrderFloor.IBM);
        floor.place(
                TestOrder.buy(1, 10, "MKT").with("symbol", "XOM").condition("3", "a", "1", "20260302-15:00:05"),
                TestOrder.buy(2, 10, "MKT").with("symbol", "XOM").condition("6", "a", "1", "100", conId, "SMART"),
                TestOrder.buy(3, 10, "MKT").with("symbol", "XOM").condition("5", "a", "STK", "SMART", "IBM"),
                TestOrder.buy(4, 10, "MKT").with("symbol", "XOM").condition("7", "a", "1", "0.1", conId, "SMART"),
                TestOrder.buy(5, 10, "MKT").with("symbol", "XOM").condition("4", "a", "0", "1"));

        assertThat(floor.after(5)).contains("1 Filled 10/0");
        assertThat(floor.after(5)).contains("2 Filled 10/0");
        assertThat(floor.place(TestOrder.buy(6, 10, "MKT"))).contains("3 Filled 10/0");
        assertThat(floor.after(41)).contains("4 Filled 10/0").doesNotContain("5 Filled 10/0");
    }

    @Test
    void cancelsByAConditionWhenAskedTo() {
        floor.place(TestOrder.buy(1, 100, "LMT")
                .limit("170")
                .condition("3", "a", "1", "20260302-15:00:05")
                .cancellingConditions());

        assertThat(floor.after(5)).containsExactly("1 Cancelled 0/100", "1 message 202");
    }

    @Test
    void fillsACombinationLegByLeg() {
        List<String> heard =
                floor.place(TestOrder.buy(1, 100, "LMT").limit("6").legs(OrderFloor.IBM, 1, "BUY", 13977, 2, "SELL"));

        assertThat(heard)
                .containsExactly(
                        "1 order",
                        "1 PreSubmitted 0/100",
                        "1 BOT 100@181.5",
                        "commission",
                        "1 SLD 200@88",
                        "commission",
                        "1 BOT 100@5.5",
                        "1 order",
                        "1 Filled 100/0");
        assertThat(floor.simulator().state().accounts().getFirst().positions())
                .extracting(position -> position.symbol() + " "
                        + position.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("IBM 100", "XOM -200");
    }

    @Test
    void waitsWithACombinationUntilItsPriceIsReached() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("5").legs(OrderFloor.IBM, 1, "BUY", 13977, 2, "SELL"));

        assertThat(floor.after(20)).contains("1 BOT 100@4.4", "1 Filled 100/0");
    }

    @Test
    void refusesCombinationsWithoutOrWithUnknownLegs() {
        assertThat(floor.place(TestOrder.buy(1, 1, "MKT").legs())).containsExactly("1 message 314");
        assertThat(floor.place(TestOrder.buy(2, 1, "MKT").legs(1, 1, "BUY"))).containsExactly("2 message 313");
    }
}
