package com.quanticity.ibkr.simulator.recording;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.bars;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.tickByTick;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.simulator.witness.WitnessReport.StreamReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recorded day as fast as the client takes it: every row of the files, once, in order, and counted by the witness. */
class FlatOutTest {

    private static final String FILE = "IBM-20131007.csv.gz";
    private static final LocalDate DAY = LocalDate.of(2013, 10, 7);

    /** What a client heard under one request id. */
    private static final class Heard {

        private final List<List<String>> frames = new ArrayList<>();
        private final CRC32C checksum = new CRC32C();

        private void add(List<String> frame) {
            frames.add(frame);
            checksum.update((String.join("\0", frame) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static GatewaySimulator simulator(Path folder) {
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withLimits(SessionLimits.defaults()
                        .withMessagesPerSecond(100_000)
                        .withTickByTickSlots(10)
                        .withTickByTickSpacing(Duration.ZERO))
                .withMarket(MarketSource.Recorded.of(folder)
                        .on(DAY)
                        .startingAt(LocalTime.of(4, 0))
                        .flatOut()
                        .held()));
    }

    @Test
    @Timeout(30)
    void tellsAWholeDayToAClientThatStartsToReadLate(@TempDir Path copy) throws IOException {
        Path folder = SharedFiles.require("market-data");
        for (String kind : List.of("quotes", "trades")) {
            Files.createDirectories(copy.resolve(kind));
            Files.copy(folder.resolve(kind).resolve(FILE), copy.resolve(kind).resolve(FILE));
        }
        try (GatewaySimulator simulator = simulator(copy);
                TestClient client = TestClient.start(simulator, 1)) {
            client.send(tickByTick(1, "IBM", "AllLast", 0, false));
            client.send(tickByTick(2, "IBM", "BidAsk", 0, false));
            client.send(stream(3, "IBM", ""));
            client.send(bars(4, "IBM", "TRADES"));
            List<Heard> heard = Stream.generate(Heard::new).limit(5).toList();
            client.drain().forEach(frame -> add(frame, heard));
            assertThat(simulator.state().market().started()).isFalse();

            simulator.play();
            read(client, simulator, heard);

            assertThat(heard.get(1).frames.stream()
                            .map(frame -> List.of(frame.get(3), frame.get(4), frame.get(5), frame.get(7))))
                    .containsExactlyElementsOf(trades(folder));
            assertThat(heard.get(2).frames.stream().map(frame -> frame.subList(3, 8)))
                    .containsExactlyElementsOf(quotes(folder));
            assertThat(simulator.state().market().symbols())
                    .filteredOn(symbol -> symbol.symbol().equals("IBM"))
                    .allSatisfy(symbol -> assertThat(symbol.rowsPlayed())
                            .isEqualTo(rows(folder, "quotes").size()));
            assertThat(simulator.witness().streams())
                    .hasSize(4)
                    .filteredOn(stream -> stream.kind() != SubscriptionKind.REAL_TIME_BARS)
                    .allSatisfy(stream -> agrees(stream, heard));
            assertThat(simulator.witness().streams().getLast().frames("REAL_TIME_BARS"))
                    .isGreaterThan(4_000);
        }
    }

    private static void agrees(StreamReport stream, List<Heard> heard) {
        Heard mine = heard.get(stream.requestId());
        assertThat(stream.symbol()).isEqualTo("IBM");
        assertThat(stream.frames().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(mine.frames.size());
        assertThat(stream.crc32c()).isEqualTo(mine.checksum.getValue());
    }

    /** Reads nothing before the market had to stop for it. */
    private static void read(TestClient client, GatewaySimulator simulator, List<Heard> heard) {
        long[] last = {-1};
        Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
            long before = last[0];
            last[0] = simulator.state().clients().getFirst().messagesOut();
            return last[0] > 0 && last[0] == before;
        });
        assertThat(simulator.state().market().endReached()).isFalse();
        while (!simulator.state().market().endReached()) {
            assertThat(simulator.state().failedTasks()).isZero();
            for (List<String> frame : client.drain()) {
                add(frame, heard);
            }
        }
        client.drain().forEach(frame -> add(frame, heard));
    }

    private static void add(List<String> frame, List<Heard> heard) {
        switch (frame.getFirst()) {
            case "99" -> heard.get(Integer.parseInt(frame.get(1))).add(frame);
            case "1", "2", "45", "46", "50" ->
                heard.get(Integer.parseInt(frame.get(2))).add(frame);
            default -> {}
        }
    }

    private static List<String[]> rows(Path folder, String kind) {
        Path file = folder.resolve(kind).resolve(FILE);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Time, price, size and exchange of each trade. */
    private static List<List<String>> trades(Path folder) throws IOException {
        Map<String, String> exchanges = Files.readAllLines(folder.resolve("exchange-codes.csv")).stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[2]));
        return rows(folder, "trades").stream()
                .map(cell -> List.of(second(cell), plain(cell[1]), cell[2], exchanges.get(cell[3])))
                .toList();
    }

    /** Each row with another price or size than the one before; a missing side is 0. */
    private static List<List<String>> quotes(Path folder) {
        List<List<String>> told = new ArrayList<>();
        List<String> before = List.of();
        for (String[] cell : rows(folder, "quotes")) {
            List<String> now = List.of(plain(cell[1]), plain(cell[4]), size(cell[1], cell[2]), size(cell[4], cell[5]));
            if (!now.equals(before)) {
                told.add(Stream.concat(Stream.of(second(cell)), now.stream()).toList());
            }
            before = now;
        }
        return told;
    }

    private static String second(String[] cell) {
        return Long.toString(Long.parseLong(cell[0]) / 1_000_000_000L);
    }

    private static String plain(String price) {
        return price.isEmpty()
                ? "0"
                : new BigDecimal(price).stripTrailingZeros().toPlainString();
    }

    private static String size(String price, String size) {
        return price.isEmpty() || size.isEmpty() ? "0" : size;
    }
}
