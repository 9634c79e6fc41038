package com.quanticity.ibkr.simulator.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from a recorded stock: IBM falls from 181.25 to 180.20 after 20 seconds, XOM stays at 88.05. */
class RecordedUnderlyingTest {

    private static final int XOM = 13977;

    @TempDir
    private Path folder;

    private static double price(List<List<String>> frames, int id, String type) {
        return Double.parseDouble(frames.stream()
                .filter(frame -> frame.getFirst().equals("1")
                        && frame.get(2).equals(Integer.toString(id))
                        && frame.get(3).equals(type))
                .reduce((one, other) -> other)
                .orElseThrow()
                .get(4));
    }

    private static void stream(TestClient client, int id, String type, String expiry, String strike, String right) {
        client.send(1, 11, id, 0, "IBM", type, expiry, strike, right, "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
    }

    @Test
    void pricesOptionsFromTheRecordedStock() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            stream(floor.client(), 1, "OPT", "20260320", "180", "C");
            List<List<String>> before = floor.client().drain();
            floor.simulator().advance(Duration.ofSeconds(25));
            List<List<String>> after = floor.client().drain();

            assertThat(price(before, 1, "1")).isBetween(3.0, 12.0).isLessThan(price(before, 1, "2"));
            assertThat(price(after, 1, "1")).isLessThan(price(before, 1, "1"));
            assertThat(after).filteredOn(frame -> frame.getFirst().equals("21")).isNotEmpty();
        }
    }

    @Test
    void listsWhatHasNotExpiredOnTheSimulatorsClock() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            floor.client()
                    .send(9, 8, 1, 0, "IBM", "OPT", "20131018", "180", "C", "", "", "", "", "", "", 0, "", "", "");
            assertThat(floor.client().next()).startsWith("4", "1", "200");
        }
    }

    @Test
    void pricesCombinationsFromTheirLegs() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            floor.client()
                    .send(
                            1,
                            11,
                            2,
                            0,
                            "IBM,XOM",
                            "BAG",
                            "",
                            "0.0",
                            "",
                            "",
                            "SMART",
                            "",
                            "USD",
                            "",
                            "",
                            2,
                            OrderFloor.IBM,
                            1,
                            "BUY",
                            "SMART",
                            XOM,
                            2,
                            "SELL",
                            "SMART",
                            0,
                            "",
                            0,
                            0,
                            "");
            List<List<String>> frames = floor.client().drain();

            assertThat(price(frames, 2, "1")).isEqualTo(4.80);
            assertThat(price(frames, 2, "2")).isEqualTo(5.50);
        }
    }

    @Test
    void fillsAnOptionAtItsQuote() throws IOException {
        try (OrderFloor floor = OrderFloor.open(folder)) {
            assertThat(floor.place(TestOrder.buy(1, 1, "MKT")
                            .with("secType", "OPT")
                            .with("expiry", "20260320")
                            .with("strike", "180")
                            .with("right", "C")))
                    .contains("1 Filled 1/0");
        }
    }
}
