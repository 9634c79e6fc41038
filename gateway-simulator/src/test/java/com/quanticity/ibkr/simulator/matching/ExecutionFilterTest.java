package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login machine in Berlin, one fill at 16:00:00 and one at 16:00:40 of its time. */
class ExecutionFilterTest {

    private OrderFloor floor;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        floor = OrderFloor.inZone(folder, LoginZone.of("Central European Standard Time"));
        floor.place(TestOrder.buy(1, 10, "MKT"));
        floor.after(40);
        floor.place(TestOrder.buy(2, 10, "MKT"));
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private List<String> since(String time) {
        floor.client().send(7, 3, 50, 0, "", time, "", "", "", "", 2147483647, 0);
        return floor.heard().stream().map(line -> line.replaceAll("@.*", "")).toList();
    }

    @Test
    void readsATimeWithoutZoneInTheLoginZoneAndWarns() {
        assertThat(since("20260302 16:00:30")).containsExactly("50 message 2174", "2 BOT 10", "commission", "id 55");
    }

    @Test
    void readsATimeThatNamesItsZoneWithoutAWarning() {
        List<String> second = List.of("2 BOT 10", "commission", "id 55");

        assertThat(since("20260302-15:00:30")).isEqualTo(second);
        assertThat(since("20260302 10:00:30 US/Eastern")).isEqualTo(second);
        assertThat(since("20260302 10:00:30 EST")).isEqualTo(second);
        assertThat(since("20260302  16:00:30 Central European Standard Time")).isEqualTo(second);
    }

    @Test
    void refusesATimeItCannotRead() {
        assertThat(since("yesterday")).containsExactly("50 message 321");
        assertThat(since("20260302 16:00:30 Nowhere/Land")).containsExactly("50 message 321");
    }

    @Test
    void endsAnOrderAtTheLoginZonesTimeWhenItNamesNone() {
        assertThat(floor.place(
                        TestOrder.buy(3, 10, "LMT").limit("100").tif("GTD").with("goodTillDate", "20260302 16:01:00")))
                .contains("3 message 2174");

        assertThat(floor.after(20)).containsExactly("3 Cancelled 0/10");
    }

    @Test
    void countsDaysFromTheLoginZonesMidnight() {
        floor.after(Duration.ofHours(8));
        floor.place(TestOrder.buy(3, 10, "MKT"));

        assertThat(completed()).isEqualTo(1);
        assertThat(floor.simulator().executions()).hasSize(1);

        floor.after(Duration.ofHours(8));

        assertThat(completed())
                .as("the exchanges' midnight in between changes nothing")
                .isEqualTo(1);
        assertThat(floor.simulator().executions()).hasSize(1);
    }

    private long completed() {
        floor.client().send(99, 0);
        return floor.heard().stream().filter("id 101"::equals).count();
    }
}
