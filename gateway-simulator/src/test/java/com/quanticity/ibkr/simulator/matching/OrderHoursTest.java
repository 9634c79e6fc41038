package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders at an exchange that keeps its hours: Monday, 2 March 2026, regular from 14:30 to 21:00 UTC. */
class OrderHoursTest {

    @TempDir
    private Path folder;

    @Test
    void holdsAnOrderUntilTheOpening() throws IOException {
        try (OrderFloor floor = OrderFloor.withHours(folder, "2026-03-02T08:00:00Z")) {
            assertThat(floor.place(TestOrder.buy(1, 100, "MKT")))
                    .containsExactly("1 message 399", "1 order", "1 PreSubmitted 0/100");

            assertThat(floor.after(Duration.ofMinutes(390)))
                    .startsWith("1 order", "1 Submitted 0/100")
                    .contains("1 Filled 100/0");
        }
    }

    @Test
    void worksOutsideTheRegularHoursWhenAskedTo() throws IOException {
        try (OrderFloor floor = OrderFloor.withHours(folder, "2026-03-02T13:00:00Z")) {
            assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("182").with("outsideRth", 1)))
                    .contains("1 Filled 100/0");
        }
    }

    @Test
    void endsDayOrdersAtTheCloseAndLeavesACancelUnansweredUntilTheOpening() throws IOException {
        try (OrderFloor floor = OrderFloor.withHours(folder, "2026-03-02T15:00:00Z")) {
            floor.place(
                    TestOrder.buy(1, 100, "LMT").limit("170"),
                    TestOrder.buy(2, 100, "LMT").limit("170").tif("GTC"));
            assertThat(floor.after(Duration.ofHours(7))).contains("1 Cancelled 0/100");

            assertThat(floor.cancel(2)).containsExactly("2 PendingCancel 0/100");
            assertThat(floor.after(Duration.ofHours(17))).containsExactly("2 Cancelled 0/100", "2 message 202");
        }
    }

    @Test
    void refusesOrdersAndChangesInAGeneralHaltAndKeepsThoseThatWork() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            floor.place(TestOrder.buy(1, 100, "LMT").limit("170"));
            floor.simulator().faults().data().haltTrading("IBM", HaltKind.GENERAL, null);

            assertThat(floor.place(TestOrder.buy(2, 100, "MKT"))).containsExactly("2 message 154");
            assertThat(floor.place(TestOrder.buy(1, 100, "LMT").limit("190"))).containsExactly("1 message 154");
            assertThat(floor.cancel(1)).endsWith("1 Cancelled 0/100", "1 message 202");

            floor.simulator().faults().data().resumeTrading();
            assertThat(floor.place(TestOrder.buy(3, 100, "LMT").limit("170"))).contains("3 Submitted 0/100");
        }
    }

    @Test
    void letsOrdersWaitInAPauseForVolatility() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            floor.simulator().faults().data().haltTrading("IBM", Duration.ofSeconds(15));

            assertThat(floor.place(TestOrder.buy(1, 100, "MKT"))).doesNotContain("1 message 154", "1 Filled 100/0");
            assertThat(floor.after(25)).contains("1 Filled 100/0");
        }
    }
}
