package com.quanticity.ibkr.simulator.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options, futures, an index and a pair of currencies through the wire. */
class DerivedMarketsTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults().withTime(time));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void stream(
            int id, String symbol, String type, String expiry, String strike, String right, String exchange) {
        client.send(
                1, 11, id, 0, symbol, type, expiry, strike, right, "", exchange, "", "USD", "", "", 0, "", 0, 0, "");
    }

    private List<List<String>> after(Duration length) {
        List<List<String>> all = new ArrayList<>(client.drain());
        time.advance(length);
        all.addAll(client.drain());
        return all;
    }

    private static List<List<String>> ticks(List<List<String>> frames, int id, String type) {
        return frames.stream()
                .filter(frame -> List.of("1", "2", "45", "46").contains(frame.getFirst()))
                .filter(frame -> frame.get(2).equals(Integer.toString(id))
                        && frame.get(3).equals(type))
                .toList();
    }

    private static List<List<String>> computations(List<List<String>> frames, int id, String type) {
        return frames.stream()
                .filter(frame -> frame.getFirst().equals("21"))
                .filter(frame -> frame.get(1).equals(Integer.toString(id))
                        && frame.get(2).equals(type))
                .toList();
    }

    private static double last(List<List<String>> frames, int id, String type) {
        return Double.parseDouble(ticks(frames, id, type).getLast().get(4));
    }

    @Test
    void quotesOptionsAroundTheirModelWithGreeks() {
        stream(1, "SPY", "OPT", "20260320", "665", "C", "SMART");
        stream(2, "SPY", "OPT", "20260320", "665", "P", "SMART");
        stream(3, "SPY", "STK", "", "0.0", "", "SMART");

        List<List<String>> frames = after(Duration.ofSeconds(30));

        List<String> call = computations(frames, 1, "13").getLast();
        List<String> put = computations(frames, 2, "13").getLast();
        assertThat(Double.parseDouble(call.get(4))).isBetween(0.08, 0.30);
        assertThat(Double.parseDouble(call.get(5))).isBetween(0.3, 0.7);
        assertThat(Double.parseDouble(put.get(5))).isBetween(-0.7, -0.3);
        assertThat(Double.parseDouble(call.get(8))).isPositive();
        assertThat(Double.parseDouble(call.get(10))).isNegative();
        assertThat(Double.parseDouble(call.get(6))).isBetween(last(frames, 1, "1"), last(frames, 1, "2"));
        assertThat(Double.parseDouble(call.getLast())).isBetween(last(frames, 3, "1") - 1, last(frames, 3, "2") + 1);
        assertThat(computations(frames, 1, "10")).isNotEmpty();
        assertThat(computations(frames, 1, "13").size()).isGreaterThan(10);
    }

    @Test
    void marksWhatItCannotComputeOfAWorthlessOption() {
        stream(1, "SPY", "OPT", "20260306", "1000", "C", "SMART");

        List<List<String>> frames = client.drain();

        assertThat(computations(frames, 1, "10").getFirst().subList(4, 11))
                .containsExactly("-1", "-2", "-1", "-1", "-2", "-2", "-2");
        assertThat(ticks(frames, 1, "1")).isEmpty();
    }

    @Test
    void keepsFuturesAndIndicesNearWhatTheyFollow() {
        stream(1, "SPY", "STK", "", "0.0", "", "SMART");
        stream(2, "SPX", "IND", "", "0.0", "", "CBOE");
        stream(3, "ES", "FUT", "202603", "0.0", "", "CME");
        stream(4, "ES", "FUT", "202612", "0.0", "", "CME");

        List<List<String>> frames = after(Duration.ofSeconds(20));

        double spy = last(frames, 1, "1");
        assertThat(last(frames, 2, "4") / spy).isBetween(10.0, 10.06);
        assertThat(ticks(frames, 2, "1")).isEmpty();
        assertThat(last(frames, 3, "1") / spy).isBetween(10.0, 10.1);
        assertThat(last(frames, 4, "1")).isGreaterThan(last(frames, 3, "1"));
        assertThat(new BigDecimal(ticks(frames, 3, "1").getLast().get(4)).remainder(new BigDecimal("0.25")))
                .isEqualByComparingTo("0");
    }

    @Test
    void showsTheBookOfAFuture() {
        client.send(10, 5, 1, 0, "ES", "FUT", "202603", "0.0", "", "", "CME", "", "USD", "", "", 5, 0, "");

        assertThat(client.drain())
                .hasSize(10)
                .allMatch(frame -> frame.getFirst().equals("12") && frame.get(4).equals("0"));
    }

    @Test
    void quotesCurrenciesAndCounts() {
        stream(1, "EUR", "CASH", "", "0.0", "", "IDEALPRO");

        List<List<String>> frames = after(Duration.ofSeconds(5));

        assertThat(last(frames, 1, "1")).isBetween(1.0, 1.2);
        assertThat(last(frames, 1, "1")).isLessThan(last(frames, 1, "2"));
    }

    @Test
    void quotesABondWithItsYields() {
        client.send(1, 11, 1, 990000142, "", "", "", "0.0", "", "", "SMART", "", "", "", "", 0, "460", 0, 0, "");

        List<List<String>> frames = after(Duration.ofSeconds(20));

        assertThat(last(frames, 1, "1")).isBetween(85.0, 100.0).isLessThan(last(frames, 1, "2"));
        assertThat(last(frames, 1, "50")).isBetween(4.7, 5.1).isGreaterThan(last(frames, 1, "51"));
        assertThat(ticks(frames, 1, "60"))
                .singleElement()
                .satisfies(factor -> assertThat(factor.get(4)).isEqualTo("1"));
    }

    @Test
    void refusesTickByTickOfOptions() {
        client.send(97, 1, 0, "SPY", "OPT", "20260320", "665", "C", "", "SMART", "", "USD", "", "", "Last", 0, 0);

        assertThat(client.drain()).extracting(frame -> frame.subList(1, 3)).containsExactly(List.of("1", "10189"));
    }
}
