package com.quanticity.ibkr.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoricalTicksTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T16:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;
    private HistoryRequests requests;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withTime(time)
                .withLimits(SessionLimits.defaults()
                        .withHistory(HistoryLimits.defaults().withAnswerTime(Duration.ZERO))));
        client = TestClient.start(simulator, 1);
        requests = new HistoryRequests(client);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private List<List<String>> ticks(String start, String end, int number, String what) {
        requests.ticks(3, "AAPL", start, end, number, what, 0);
        time.advance(Duration.ZERO);
        int width = what.equals("MIDPOINT") ? 4 : 6;
        List<String> answer =
                client.until(message -> message.getFirst().startsWith("9")).getLast();
        assertThat(answer.getLast()).isEqualTo("1");
        List<List<String>> ticks = new ArrayList<>();
        for (int i = 3; i < answer.size() - 1; i += width) {
            ticks.add(answer.subList(i, i + width));
        }
        assertThat(ticks).hasSize(Integer.parseInt(answer.get(2)));
        return ticks;
    }

    @Test
    void tellsTradesFromAMomentOnAndCompletesTheLastSecond() {
        List<List<String>> ten = ticks("20260220-15:00:00", "", 10, "TRADES");
        List<List<String>> thousand = ticks("20260220-15:00:00", "", 1_000, "TRADES");

        long begin = Instant.parse("2026-02-20T15:00:00Z").getEpochSecond();
        assertThat(thousand).hasSizeBetween(1_000, 1_010);
        assertThat(seconds(thousand)).isSorted().allMatch(second -> second >= begin);
        assertThat(ten).hasSizeBetween(10, 13).isEqualTo(thousand.subList(0, ten.size()));
        assertThat(seconds(thousand).get(ten.size())).isGreaterThan(seconds(ten).getLast());
    }

    @Test
    void tellsQuotesBackFromAMoment() {
        List<List<String>> quotes = ticks("", "20260221-18:00:00", 100, "BID_ASK");
        List<List<String>> middles = ticks("", "20260221-18:00:00", 100, "MIDPOINT");

        assertThat(quotes)
                .hasSizeBetween(100, 104)
                .allSatisfy(quote ->
                        assertThat(Double.parseDouble(quote.get(2))).isLessThan(Double.parseDouble(quote.get(3))));
        assertThat(seconds(quotes)).isSorted().isEqualTo(seconds(middles));
        assertThat(Instant.ofEpochSecond(seconds(quotes).getLast()))
                .isBetween("2026-02-20T20:55:00Z", "2026-02-20T21:00:00Z");
    }

    @Test
    void tellsWhatTheRunningMarketTraded() {
        time.advance(Duration.ofMinutes(2));

        List<List<String>> trades = ticks("", "20260302-16:02:00", 50, "TRADES");

        assertThat(trades).hasSizeBetween(50, 53);
        assertThat(seconds(trades))
                .isSorted()
                .last()
                .matches(
                        second -> second > Instant.parse("2026-03-02T16:01:30Z").getEpochSecond());
    }

    @Test
    void agreesWithBars() {
        List<List<String>> trades = ticks("20260220-15:00:00", "", 1_000, "TRADES");
        requests.bars(4, "AAPL", "20260220-15:01:00", "60 S", "1 min", "TRADES");
        time.advance(Duration.ZERO);
        HistoryRequests.Row minute =
                HistoryRequests.rows(client.untilId(17).getLast(), 200).getFirst();

        List<List<String>> first = trades.stream()
                .filter(trade -> Long.parseLong(trade.getFirst())
                        < Instant.parse("2026-02-20T15:01:00Z").getEpochSecond())
                .toList();
        assertThat(minute.count()).isEqualTo(first.size());
        assertThat(minute.volume())
                .isEqualTo(first.stream()
                        .mapToDouble(trade -> Double.parseDouble(trade.get(3)))
                        .sum());
        assertThat(minute.open()).isEqualTo(Double.parseDouble(first.getFirst().get(2)));
        assertThat(minute.close()).isEqualTo(Double.parseDouble(first.getLast().get(2)));
    }

    private static List<Long> seconds(List<List<String>> ticks) {
        return ticks.stream().map(tick -> Long.parseLong(tick.getFirst())).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 10, TRADES, 321",
        "20260220-15:00:00, 20260220-16:00:00, 10, TRADES, 321",
        "20260220-15:00:00, '', 1001, TRADES, 321",
        "20260220-15:00:00, '', 0, TRADES, 321",
        "20260220-15:00:00, '', 10, BID, 321",
        "tomorrow, '', 10, TRADES, 10314",
    })
    void refuses(String start, String end, int number, String what, String code) {
        requests.ticks(5, "AAPL", start, end, number, what, 0);

        assertThat(client.untilId(4).getLast()).startsWith("4", "5", code);
    }

    @Test
    void tellsTheFirstMoment() {
        requests.head(8, "AAPL", "TRADES", 1);
        requests.head(9, "AAPL", "TRADES", 2);
        client.send(90, 9);
        time.advance(Duration.ZERO);

        String text = client.untilId(88).getLast().get(2);
        assertThat(text).matches("(19|20)\\d{6}-1[34]:30:00");
        client.send(90, 8);
        assertThat(client.drain()).allSatisfy(message -> assertThat(message).startsWith("88", "9"));
    }

    @Test
    void drawsAHistogram() {
        requests.histogram(8, "AAPL", "3 days");
        time.advance(Duration.ZERO);

        List<String> answer = client.untilId(89).getLast();
        assertThat(answer).hasSize(3 + 2 * Integer.parseInt(answer.get(2)));
        assertThat(Integer.parseInt(answer.get(2))).isGreaterThan(20);
        requests.histogram(9, "AAPL", "some time");
        assertThat(client.untilId(4).getLast()).startsWith("4", "9", "321");
        client.send(89, 8);
        assertThat(client.drain()).isEmpty();
    }
}
