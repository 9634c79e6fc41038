package com.quanticity.ibkr.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole recording through the wire: every row, in order, once, at its time. */
class PlaybackTest {

    private static final int ROWS = 2000;
    private static final int SPEED = 20;
    private static final LocalTime OPENING = LocalTime.of(9, 30);

    private record Row(
            LocalTime time,
            String bid,
            String bidSize,
            String bidExchange,
            String ask,
            String askSize,
            String askExchange) {
        String csv() {
            return String.join(",", time.toString(), bid, bidSize, bidExchange, ask, askSize, askExchange);
        }
    }

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private List<Row> rows;
    private Path folder;

    @BeforeEach
    void record(@TempDir Path target) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        folder = target;
        rows = new ArrayList<>(List.of(row(random, OPENING.minusSeconds(1))));
        LocalTime at = OPENING;
        for (int i = 1; i < ROWS; i++) {
            at = at.plus(random.nextInt(0, 400), ChronoUnit.MILLIS);
            rows.add(row(random, at));
        }
        Recordings.quotes(folder, "AIG", rows.stream().map(Row::csv).toList());
    }

    private static Row row(SplittableRandom random, LocalTime time) {
        return new Row(
                LocalTime.of(
                        time.getHour(), time.getMinute(), time.getSecond(), time.getNano() / 1_000_000 * 1_000_000),
                "48." + random.nextInt(90, 92),
                Integer.toString(100 * random.nextInt(1, 3)),
                random.nextBoolean() ? "P" : "N",
                "48." + random.nextInt(93, 95),
                Integer.toString(100 * random.nextInt(1, 3)),
                random.nextBoolean() ? "Q" : "Z");
    }

    /** What the wire must say of one row after another, worked out without the simulator. */
    private static List<List<String>> frames(Row before, Row row) {
        List<List<String>> frames = new ArrayList<>();
        side(frames, before.bid, row.bid, before.bidSize, row.bidSize, "1", "0");
        side(frames, before.ask, row.ask, before.askSize, row.askSize, "2", "3");
        if (!row.bidExchange.equals(before.bidExchange)) {
            frames.add(List.of("46", "6", "9", "32", row.bidExchange));
        }
        if (!row.askExchange.equals(before.askExchange)) {
            frames.add(List.of("46", "6", "9", "33", row.askExchange));
        }
        return frames;
    }

    private static void side(
            List<List<String>> frames,
            String oldPrice,
            String price,
            String oldSize,
            String size,
            String priceType,
            String sizeType) {
        if (!price.equals(oldPrice)) {
            frames.add(List.of("1", "6", "9", priceType, plain(price), size, "1"));
        } else if (!size.equals(oldSize)) {
            frames.add(List.of("2", "6", "9", sizeType, size));
        }
    }

    private static String plain(String price) {
        return price.endsWith("0") ? price.substring(0, price.length() - 1) : price;
    }

    @Test
    void tellsEveryRowInOrderOnceAndAtItsTime() {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                        .withTime(time)
                        .withMarket(MarketSource.Recorded.of(folder).atSpeed(SPEED)));
                TestClient client = TestClient.start(simulator, 1)) {
            client.send(1, 11, 9, 0, "AIG", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
            client.until(
                    message -> message.getFirst().equals("46") && message.get(3).equals("33"));
            List<List<String>> heard = new ArrayList<>(client.drain());
            SplittableRandom steps = new SplittableRandom(5);
            long elapsed = 0;
            while (!simulator.state().market().endReached()) {
                int step = steps.nextInt(1, 700);
                elapsed += step;
                time.advance(Duration.ofMillis(step));
                heard.addAll(client.drain());
                assertThat(lastRow(simulator)).isEqualTo(rowsUntil(elapsed * SPEED));
            }

            List<List<String>> expected = IntStream.range(1, ROWS)
                    .mapToObj(i -> frames(rows.get(i - 1), rows.get(i)))
                    .flatMap(List::stream)
                    .toList();
            assertThat(heard).isEqualTo(expected);
            assertThat(simulator.state().market().symbols().getFirst())
                    .extracting(SymbolState::firstRow, SymbolState::lastRow, SymbolState::rowsPlayed)
                    .containsExactly(1L, (long) ROWS, ROWS - 1L);
        }
    }

    private static @Nullable Long lastRow(GatewaySimulator simulator) {
        return simulator.state().market().symbols().getFirst().lastRow();
    }

    private long rowsUntil(long marketMillis) {
        LocalTime now = OPENING.plus(marketMillis, ChronoUnit.MILLIS);
        return rows.stream().filter(row -> !row.time.isAfter(now)).count();
    }
}
