package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTypesTest {

    private OrderFloor floor;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        floor = OrderFloor.open(folder);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void turnsAStopIntoAMarketOrderWhenTheMarketReachesIt() {
        floor.place(TestOrder.sell(1, 100, "STP").aux("180.50"));

        assertThat(floor.after(15)).isEmpty();
        assertThat(floor.after(10))
                .containsExactly(
                        "1 order", "1 Submitted 0/100", "1 SLD 100@180", "1 order", "1 Filled 100/0", "commission");
    }

    @Test
    void turnsAStopLimitIntoALimitOrder() {
        floor.place(TestOrder.sell(1, 100, "STP LMT").aux("180.50").limit("181.00"));

        assertThat(floor.after(25)).containsExactly("1 order", "1 Submitted 0/100");
        assertThat(floor.after(20)).startsWith("1 SLD 100@182");
    }

    @Test
    void fillsTouchedOrdersFromTheOtherSide() {
        floor.place(
                TestOrder.buy(1, 100, "MIT").aux("180.50"),
                TestOrder.buy(2, 100, "LIT").aux("180.50").limit("180"));

        assertThat(floor.after(25))
                .contains("1 BOT 100@180.4", "2 Submitted 0/100")
                .doesNotContain("2 BOT 100@180.4");
    }

    @Test
    void trailsTheMarketAndFills() {
        floor.place(TestOrder.sell(1, 100, "TRAIL").aux("0.80"));
        assertThat(floor.after(15)).isEmpty();

        assertThat(floor.after(10)).contains("1 Submitted 0/100", "1 SLD 100@180");
    }

    @Test
    void setsTheLimitOfATrailingLimitWhenItIsReached() {
        floor.place(TestOrder.sell(1, 100, "TRAIL LIMIT")
                .aux("0.80")
                .with("trailStopPrice", "180.60")
                .with("lmtPriceOffset", "0.10"));

        assertThat(floor.after(25)).containsExactly("1 order", "1 Submitted 0/100");
        assertThat(floor.simulator().state().openOrders().getFirst().limit()).isEqualByComparingTo("180.5");
    }

    @Test
    void leavesTheRestOfAMarketToLimitAtItsPrice() {
        floor.place(TestOrder.buy(1, 500, "MTL"));

        assertThat(floor.simulator().state().openOrders().getFirst().limit()).isEqualByComparingTo("181.5");
        assertThat(floor.after(20)).contains("1 BOT 100@180.4");
    }

    @Test
    void sharesATradeAtTheMidpoint() {
        floor.place(TestOrder.buy(1, 150, "MIDPRICE").limit("181.30"));

        assertThat(floor.after(10)).containsExactly("1 BOT 100@181.25", "1 order", "1 Submitted 100/50", "commission");
    }

    @Test
    void pegsARelativeOrderToItsOwnSideUpToItsCap() {
        floor.place(TestOrder.buy(1, 100, "REL").aux("0.30").limit("181.10"));
        assertThat(floor.after(15)).isEmpty();

        assertThat(floor.after(10)).startsWith("1 BOT 100@180.3");
    }

    @Test
    void snapsThePriceOnce() {
        floor.place(TestOrder.buy(1, 100, "SNAP MKT").aux("0.10"), TestOrder.sell(2, 100, "SNAP PRIM"));

        assertThat(floor.simulator().state().openOrders())
                .extracting(order -> order.limit() == null ? "" : order.limit().toPlainString())
                .containsExactly("181.40", "181.50");
    }

    @Test
    void followsABenchmark() {
        List<String> placed = floor.place(TestOrder.buy(1, 100, "PEG BENCH")
                .with("startingPrice", "181.50")
                .with("stockRefPrice", "88.05")
                .benchmark(13977, "0.10", "0.10"));

        assertThat(placed).contains("1 BOT 100@181.5");
    }

    @Test
    void crossesClosingAndOpeningOrdersInTheirAuctions() {
        floor.place(
                TestOrder.buy(1, 1000, "MOC"),
                TestOrder.buy(2, 100, "LOC").limit("170"),
                TestOrder.buy(3, 100, "MKT").tif("OPG"));

        assertThat(floor.after(Duration.ofHours(6)))
                .containsExactlyInAnyOrder(
                        "1 BOT 1000@182.1",
                        "1 order",
                        "1 Filled 1000/0",
                        "commission",
                        "2 Cancelled 0/100",
                        "2 message 202");
        assertThat(floor.after(Duration.ofHours(8))).containsExactly("3 Cancelled 0/100");
    }

    @Test
    void endsOrdersByTheirDate() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170").tif("GTD").with("goodTillDate", "20260302-15:00:30"));

        assertThat(floor.after(29)).isEmpty();
        assertThat(floor.after(1)).containsExactly("1 Cancelled 0/100");
    }

    @Test
    void startsOrdersAtTheirTime() {
        assertThat(floor.place(TestOrder.buy(1, 100, "MKT").with("goodAfterTime", "20260302-15:00:05")))
                .containsExactly("1 order", "1 PreSubmitted 0/100");
        assertThat(floor.after(5)).startsWith("1 order", "1 Submitted 0/100", "1 BOT 100@181.5");
    }

    @Test
    void fillsAllOrNoneWholeAndAnIcebergInPieces() {
        floor.place(
                TestOrder.buy(1, 500, "LMT").limit("182").with("allOrNone", 1),
                TestOrder.buy(2, 200, "LMT").limit("182").with("displaySize", 150));
        assertThat(floor.simulator().executions())
                .extracting(execution -> execution.shares().intValue())
                .containsExactly(150);

        assertThat(floor.after(20)).contains("2 BOT 50@181.5", "2 Filled 200/0", "1 BOT 500@180.4");
    }

    @Test
    void fillsNothingBelowTheMinimumQuantity() {
        assertThat(floor.place(TestOrder.buy(1, 600, "LMT").limit("182").with("minQty", 450)))
                .doesNotContain("1 BOT 400@181.5");
        assertThat(floor.after(20)).contains("1 BOT 500@180.4");
    }

    @Test
    void tradesBeyondTheLimitAtItsDiscretion() {
        assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("181.40").with("discretionaryAmt", "0.10")))
                .contains("1 BOT 100@181.5");
    }

    @Test
    void sweepsThroughTheLevels() {
        assertThat(floor.place(TestOrder.buy(1, 900, "LMT").limit("182").with("sweepToFill", 1)))
                .contains("1 BOT 400@181.5", "1 BOT 400@181.51", "1 BOT 100@181.52", "1 Filled 900/0");
    }

    @Test
    void worksAScaleComponentByComponent() {
        floor.place(TestOrder.buy(1, 300, "LMT").limit("181.50").scale(100, 100, "0.50"));
        assertThat(floor.simulator().executions()).hasSize(1);

        assertThat(floor.after(20)).contains("1 BOT 100@180.4");
        assertThat(floor.after(10)).contains("1 BOT 100@180.4", "1 Filled 300/0");
    }

    @Test
    void closesEachComponentOfAScaleAtItsProfit() {
        assertThat(floor.place(TestOrder.buy(1, 300, "LMT")
                        .limit("181.50")
                        .scale(100, 100, "0.50")
                        .scaleMore("", "", "0.50")))
                .containsSubsequence("1 BOT 100@181.5", "2 order", "2 Submitted 0/100");

        assertThat(floor.after(20)).containsSubsequence("1 BOT 100@180.4", "3 order", "3 Submitted 0/100");
        assertThat(floor.after(20)).contains("2 SLD 100@182", "3 SLD 100@182");
    }

    @Test
    void movesTheLimitOfAScaleByItself() {
        floor.place(TestOrder.buy(1, 100, "LMT")
                .limit("181.00")
                .scale(100, 100, "0.50")
                .scaleMore("0.25", 5, ""));

        assertThat(floor.after(5)).containsExactly("1 order", "1 Submitted 0/100");
        assertThat(floor.after(5)).contains("1 BOT 100@181.5");
    }

    @Test
    void buysForAnAmountOfMoney() {
        assertThat(floor.place(TestOrder.buy(1, "", "LMT").limit("182").with("cashQty", "1000")))
                .contains("1 BOT 5.4945@181.5");
    }

    @Test
    void adjustsAStopOnceTheMarketIsFarEnough() {
        floor.place(TestOrder.sell(1, 100, "STP")
                .aux("179")
                .with("adjustedOrderType", "TRAIL")
                .with("triggerPrice", "182")
                .with("adjustedStopPrice", "181.50")
                .with("adjustedTrailingAmount", "0.20"));
        assertThat(floor.after(35)).isEmpty();

        assertThat(floor.after(10)).contains("1 PreSubmitted trigger 0/100");
    }

    @Test
    void worksAnAlgorithmInSlices() {
        floor.place(TestOrder.buy(1, 100, "MKT").algo("Adaptive", "adaptivePriority", "Urgent"));
        assertThat(floor.simulator().executions()).hasSize(1);

        assertThat(floor.after(1)).startsWith("1 BOT 25@181.5", "1 order", "1 Submitted 50/50");
        assertThat(floor.after(2)).contains("1 Filled 100/0");
    }

    @Test
    void endsAnAlgorithmAtItsEnd() {
        floor.place(TestOrder.buy(1, 100, "LMT").limit("170").algo("Twap", "endTime", "20260302-15:00:20"));

        assertThat(floor.after(20)).containsExactly("1 Cancelled 0/100", "1 message 202");
    }

    @Test
    void takesAPartOfTheVolume() {
        floor.place(TestOrder.buy(1, 100, "MKT").algo("PctVol", "pctVol", "0.1"));
        assertThat(floor.simulator().executions()).isEmpty();

        assertThat(floor.after(12)).contains("1 BOT 10@181.5");
    }
}
