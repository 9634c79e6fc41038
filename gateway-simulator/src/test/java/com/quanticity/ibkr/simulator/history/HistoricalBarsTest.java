package com.quanticity.ibkr.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.HistoryRequests.Row;
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

class HistoricalBarsTest {

    /** Monday, an hour and a half into the regular hours. */
    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T16:00:00Z"));

    private GatewaySimulator simulator;
    private TestClient client;
    private HistoryRequests requests;

    @BeforeEach
    void start() {
        start(HistoryLimits.defaults().withAnswerTime(Duration.ZERO));
    }

    private void start(HistoryLimits limits) {
        stop();
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withTime(time)
                .withLimits(SessionLimits.defaults().withHistory(limits)));
        client = TestClient.start(simulator, 1);
        requests = new HistoryRequests(client);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            client.close();
            simulator.close();
        }
    }

    private List<Row> bars(String symbol, String end, String duration, String size, String what, int regular) {
        requests.bars(7, symbol, end, duration, size, what, regular, 1, 0);
        time.advance(Duration.ZERO);
        return HistoryRequests.rows(client.untilId(108).reversed().get(1), 200);
    }

    private List<String> error() {
        time.advance(Duration.ZERO);
        List<String> message = client.untilId(4).getLast();
        return List.of(message.get(1), message.get(2));
    }

    @Test
    void joinsMinutesToHoursAndDays() {
        String end = "20260220-21:00:00";

        List<Row> minutes = bars("AAPL", end, "1 D", "1 min", "TRADES", 1);
        List<Row> hours = bars("AAPL", end, "1 D", "1 hour", "TRADES", 1);
        List<Row> day = bars("AAPL", end, "1 D", "1 day", "TRADES", 1);

        assertThat(minutes).hasSizeGreaterThan(380);
        assertThat(hours)
                .extracting(Row::date)
                .containsExactly(
                        "20260220 09:30:00 US/Eastern",
                        "20260220 10:00:00 US/Eastern",
                        "20260220 11:00:00 US/Eastern",
                        "20260220 12:00:00 US/Eastern",
                        "20260220 13:00:00 US/Eastern",
                        "20260220 14:00:00 US/Eastern",
                        "20260220 15:00:00 US/Eastern");
        assertThat(day).extracting(Row::date).containsExactly("20260220");
        assertSame(joined(minutes), day.getFirst());
        assertSame(joined(hours), day.getFirst());
        assertSame(joined(minutes.subList(0, 30)), hours.getFirst());
    }

    @Test
    void joinsSecondsToMinutes() {
        String end = "20260220-15:00:00";

        List<Row> seconds = bars("SPY", end, "300 S", "1 secs", "TRADES", 1);
        List<Row> fives = bars("SPY", end, "300 S", "5 secs", "TRADES", 1);
        List<Row> minutes = bars("SPY", end, "300 S", "1 min", "TRADES", 1);

        assertThat(minutes).hasSize(5);
        assertSame(joined(seconds), joined(minutes));
        assertSame(joined(fives), joined(minutes));
    }

    @Test
    void tellsTheSamePastHoweverItIsAskedFor() {
        List<Row> month = bars("QQQ", "20260220-21:00:00", "1 M", "1 day", "TRADES", 1);
        List<Row> days = bars("QQQ", "20260218-21:00:00", "2 D", "1 day", "TRADES", 1);

        assertThat(month).hasSizeBetween(20, 23).containsAll(days);
    }

    private static void assertSame(Row one, Row other) {
        assertThat(List.of(one.open(), one.high(), one.low(), one.close(), one.volume(), (double) one.count()))
                .isEqualTo(List.of(other.open(), other.high(), other.low(), other.close(), other.volume(), (double)
                        other.count()));
        assertThat(one.wap()).isCloseTo(other.wap(), within(0.002));
    }

    private static Row joined(List<Row> rows) {
        double volume = rows.stream().mapToDouble(Row::volume).sum();
        return new Row(
                rows.getFirst().date(),
                rows.getFirst().open(),
                rows.stream().mapToDouble(Row::high).max().orElseThrow(),
                rows.stream().mapToDouble(Row::low).min().orElseThrow(),
                rows.getLast().close(),
                volume,
                rows.stream().mapToDouble(row -> row.wap() * row.volume()).sum() / volume,
                rows.stream().mapToInt(Row::count).sum());
    }

    @Test
    void goesOnWhereTheRunningMarketBegan() {
        time.advance(Duration.ofMinutes(3));

        List<Row> minutes = bars("SPY", "", "600 S", "1 min", "TRADES", 1);

        assertThat(minutes).extracting(Row::date).hasSizeBetween(9, 11).contains("20260302 11:02:00 US/Eastern");
        for (int i = 1; i < minutes.size(); i++) {
            assertThat(minutes.get(i).open() / minutes.get(i - 1).close()).isCloseTo(1, within(0.005));
        }
    }

    @Test
    void showsQuotesOnBothSides() {
        String end = "20260220-18:00:00";
        List<Row> bids = bars("MSFT", end, "1800 S", "5 mins", "BID", 1);
        List<Row> asks = bars("MSFT", end, "1800 S", "5 mins", "ASK", 1);
        List<Row> both = bars("MSFT", end, "1800 S", "5 mins", "BID_ASK", 1);
        List<Row> middle = bars("MSFT", end, "1800 S", "5 mins", "MIDPOINT", 1);

        assertThat(both).hasSize(6).allSatisfy(row -> assertThat(row.volume()).isEqualTo(-1));
        for (int i = 0; i < both.size(); i++) {
            assertThat(both.get(i).low()).isEqualTo(bids.get(i).low());
            assertThat(both.get(i).high()).isEqualTo(asks.get(i).high());
            assertThat(middle.get(i).close())
                    .isBetween(bids.get(i).close(), asks.get(i).close());
        }
    }

    @Test
    void keepsExtendedHoursApart() {
        List<Row> all = bars("AAPL", "20260220-23:00:00", "1 D", "1 hour", "TRADES", 0);
        List<Row> regular = bars("AAPL", "20260220-23:00:00", "1 D", "1 day", "TRADES", 1);

        assertThat(all.getFirst().date()).isEqualTo("20260220 04:00:00 US/Eastern");
        assertThat(all.getLast().date()).isEqualTo("20260220 17:00:00 US/Eastern");
        assertThat(joined(all).volume()).isGreaterThan(regular.getFirst().volume());
    }

    @ParameterizedTest
    @CsvSource({
        "1 week, 1 M, 20260220",
        "1 month, 1 Y, 20260220",
    })
    void datesLongBarsByTheirLastDay(String size, String duration, String last) {
        assertThat(bars("AAPL", "20260220-23:00:00", duration, size, "TRADES", 1)
                        .getLast()
                        .date())
                .isEqualTo(last);
    }

    @Test
    void writesEpochSeconds() {
        requests.bars(3, "AAPL", "20260220-15:00:00", "120 S", "1 min", "TRADES", 1, 2, 0);
        time.advance(Duration.ZERO);

        assertThat(HistoryRequests.rows(client.untilId(17).getLast(), 200))
                .extracting(Row::date)
                .containsExactly("1771599480", "1771599540");
    }

    @Test
    void showsVolatilities() {
        assertThat(bars("AAPL", "20260220-23:00:00", "1 M", "1 day", "HISTORICAL_VOLATILITY", 1))
                .hasSizeGreaterThan(18)
                .allSatisfy(row -> assertThat(row.close()).isBetween(0.01, 2.0));
    }

    @Test
    void writesBothDatesBeforeVersion196() {
        try (TestClient old = TestClient.start(simulator, 2, 195)) {
            new HistoryRequests(old).bars(5, "AAPL", "20260220-21:00:00", "2 D", "1 day", "TRADES");
            time.advance(Duration.ZERO);

            List<String> answer = old.untilId(17).getLast();
            assertThat(answer.subList(1, 5))
                    .containsExactly("5", "20260218 16:00:00 US/Eastern", "20260220 16:00:00 US/Eastern", "2");
            assertThat(HistoryRequests.rows(answer, 195)).hasSize(2);
            assertThat(old.drain()).isEmpty();
        }
    }

    @Test
    void keepsTheRunningBarUpToDate() {
        requests.bars(9, "AAPL", "", "300 S", "5 secs", "TRADES", 0, 1, 1);
        time.advance(Duration.ofSeconds(1));
        List<Row> told = HistoryRequests.rows(client.untilId(108).reversed().get(1), 200);

        time.advance(Duration.ofSeconds(30));
        List<List<String>> updates = client.drain();

        assertThat(updates)
                .hasSizeGreaterThan(3)
                .allSatisfy(update -> assertThat(update).startsWith("90", "9").hasSize(10));
        List<String> dates = updates.stream().map(update -> update.get(3)).toList();
        assertThat(dates).isSorted();
        assertThat(told.getLast().date()).isLessThanOrEqualTo(dates.getFirst());
        requests.cancelBars(9);
        assertThat(error()).containsExactly("9", "162");
        time.advance(Duration.ofSeconds(30));
        assertThat(client.drain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL, '', 1 D, 7 mins, TRADES, 321",
        "AAPL, '', 1 X, 1 min, TRADES, 321",
        "AAPL, '', 0 D, 1 min, TRADES, 321",
        "AAPL, '', 1 D, 1 min, LOVE, 321",
        "AAPL, '', 100000 S, 1 min, TRADES, 321",
        "AAPL, '', 400 D, 1 day, TRADES, 321",
        "AAPL, '', 1 D, 1 secs, TRADES, 162",
        "AAPL, '', 5 D, 1 hour, SCHEDULE, 321",
        "AAPL, yesterday, 1 D, 1 hour, TRADES, 10314",
        "AAPL, 20260220 12:00:00 Nowhere/City, 1 D, 1 hour, TRADES, 10314",
        "AAPL, 20260220-12:00:00, 1 D, 1 day, ADJUSTED_LAST, 321",
        "AAPL, 19700220-12:00:00, 1 D, 1 day, TRADES, 162",
        "AAPL, '', 1 D, 1 day, YIELD_BID, 162",
        "ZZZZNONE, '', 1 D, 1 day, TRADES, 200",
    })
    void refuses(String symbol, String end, String duration, String size, String what, String code) {
        requests.bars(4, symbol, end, duration, size, what);

        assertThat(error()).containsExactly("4", code);
    }

    @Test
    void warnsOfTimesWithoutZone() {
        requests.bars(4, "AAPL", "20260220 16:00:00", "1 D", "1 day", "TRADES");

        assertThat(error()).containsExactly("4", "2174");
        assertThat(HistoryRequests.rows(client.untilId(17).getLast(), 200))
                .extracting(Row::date)
                .containsExactly("20260220");
    }

    @Test
    void cancelsWhatIsNotAnswered() {
        start(HistoryLimits.defaults().withAnswerTime(Duration.ofSeconds(2)));
        requests.bars(6, "AAPL", "", "1 D", "1 day", "TRADES");
        requests.cancelBars(6);
        assertThat(error()).containsExactly("6", "162");

        requests.cancelBars(6);
        assertThat(error()).containsExactly("6", "366");
        time.advance(Duration.ofSeconds(5));
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void refusesTheFiftyFirstOpenQueryAndASecondUseOfAnId() {
        start(HistoryLimits.defaults().withAnswerTime(Duration.ofSeconds(2)));
        for (int id = 1; id <= 25; id++) {
            requests.bars(id, "AAPL", "", "1 D", "1 day", "TRADES");
        }
        client.drain();
        time.advance(Duration.ofSeconds(1));
        for (int id = 26; id <= 50; id++) {
            requests.head(id, "AAPL", "TRADES", 1);
        }
        requests.bars(50, "AAPL", "", "1 D", "1 day", "TRADES");
        assertThat(error()).containsExactly("50", "386");
        requests.bars(51, "AAPL", "", "1 D", "1 day", "TRADES");

        assertThat(error()).containsExactly("51", "162");
    }

    @Test
    void pacesSmallBars() {
        List<String> codes = new ArrayList<>();
        for (int id = 1; id <= 7; id++) {
            requests.bars(id, "AAPL", "20260220-15:00:0" + id, "60 S", "5 secs", "TRADES");
            codes.addAll(answers());
        }
        requests.bars(8, "AAPL", "20260220-15:00:00", "60 S", "1 min", "TRADES");
        codes.addAll(answers());
        time.advance(Duration.ofSeconds(3));
        requests.bars(9, "AAPL", "20260220-15:00:01", "60 S", "5 secs", "TRADES");
        codes.addAll(answers());
        time.advance(Duration.ofSeconds(13));
        requests.bars(10, "AAPL", "20260220-15:00:01", "60 S", "5 secs", "TRADES");
        codes.addAll(answers());

        assertThat(codes).containsExactly("17", "17", "17", "17", "17", "162", "162", "17", "162", "17");
    }

    @Test
    void doesNotPaceWhenThatIsSwitchedOff() {
        start(HistoryLimits.defaults().withAnswerTime(Duration.ZERO).withPacing(false));
        List<String> codes = new ArrayList<>();
        for (int id = 1; id <= 10; id++) {
            requests.bars(id, "AAPL", "20260220-15:00:01", "60 S", "5 secs", "TRADES");
            codes.addAll(answers());
        }

        assertThat(codes).hasSize(10).containsOnly("17");
    }

    /** The code of the error or the id of the answer, without the end of it. */
    private List<String> answers() {
        client.send(49, 1);
        time.advance(Duration.ZERO);
        return client.untilId(49).stream()
                .map(message -> message.getFirst().equals("4") ? message.get(2) : message.getFirst())
                .filter(code -> !code.equals("49") && !code.equals("108"))
                .toList();
    }

    @Test
    void tellsTheSameWithTheSameSeed() {
        List<Row> first = bars("TSLA", "20260220-21:00:00", "1 D", "5 mins", "TRADES", 1);
        start();

        assertThat(bars("TSLA", "20260220-21:00:00", "1 D", "5 mins", "TRADES", 1))
                .isEqualTo(first);
    }
}
