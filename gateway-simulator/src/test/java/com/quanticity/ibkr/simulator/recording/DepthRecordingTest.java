package com.quanticity.ibkr.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DepthRecordingTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 2);
    private static final Set<String> SNAPSHOT_SYMBOLS = Set.of("IWM", "DIA", "TQQQ", "VOO");

    private static List<String> snapshots(Path folder) throws IOException {
        Path file = folder.resolve("depth/IEX-DEEP-20231002-top10-snapshots.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).map(DepthRecordingTest::sorted).toList();
        }
    }

    /** Symbol and the forty cells of prices and sizes, numbers without trailing zeros. */
    private static String sorted(String line) {
        String[] cell = line.split(",", -1);
        List<String> cells = new ArrayList<>();
        for (int i = cell.length - 40; i < cell.length; i++) {
            cells.add(
                    cell[i].isEmpty()
                            ? ""
                            : new java.math.BigDecimal(cell[i])
                                    .stripTrailingZeros()
                                    .toPlainString());
        }
        return symbolOf(cell) + cells;
    }

    private static String symbolOf(String[] cell) {
        for (String text : cell) {
            if (SNAPSHOT_SYMBOLS.contains(text)) {
                return text;
            }
        }
        return "";
    }

    private static String topTen(String symbol, Book book) {
        List<String> cells = new ArrayList<>();
        for (int level = 0; level < 10; level++) {
            add(cells, book.bids(), level);
            add(cells, book.asks(), level);
        }
        return symbol + cells;
    }

    private static void add(List<String> cells, List<BookRow> rows, int level) {
        boolean exists = level < rows.size();
        cells.add(exists ? rows.get(level).price().stripTrailingZeros().toPlainString() : "");
        cells.add(exists ? rows.get(level).size().stripTrailingZeros().toPlainString() : "");
    }

    @Test
    void makesTheBooksThatWereRecordedOfIt() throws IOException {
        Path folder = SharedFiles.require("market-data");
        List<String> made = new ArrayList<>();
        try (DepthRecording recording = DepthRecording.open(folder, DAY, LocalTime.of(8, 0))) {
            for (MarketEvent event = recording.next(); event != null; event = recording.next()) {
                if (event instanceof MarketEvent.Depth depth && SNAPSHOT_SYMBOLS.contains(depth.symbol())) {
                    made.add(topTen(depth.symbol(), depth.book()));
                }
            }
        }

        assertThat(made).isEqualTo(snapshots(folder));
    }

    @Test
    void keepsTimeOrder() {
        Path folder = SharedFiles.require("market-data");
        List<Long> times = new ArrayList<>();
        try (DepthRecording recording = DepthRecording.open(folder, DAY, LocalTime.of(8, 0))) {
            for (MarketEvent event = recording.next(); event != null; event = recording.next()) {
                times.add(event.timeNanos());
            }
            assertThat(recording.symbols()).hasSize(207);
        }

        assertThat(DepthRecording.isIn(folder, DAY)).isTrue();
        assertThat(DepthRecording.isIn(folder, DAY.plusDays(1))).isFalse();
        assertThat(times).isSorted().hasSizeGreaterThan(5000);
    }
}
