package com.quanticity.ibkr.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFeedTest {

    @Test
    void streamsEveryRowOfARealDayInTimeOrder() {
        Path folder = SharedFiles.require("market-data");
        Map<String, Long> rows = new HashMap<>();
        long before = Long.MIN_VALUE;
        try (RecordingFeed feed =
                new RecordingFeed(RecordingFolder.open(folder, LocalDate.of(2013, 10, 7)), LocalTime.of(9, 30))) {
            for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
                assertThat(event.timeNanos()).isGreaterThanOrEqualTo(before);
                before = event.timeNanos();
                if (event instanceof MarketEvent.Quote quote) {
                    assertThat(rows.merge(quote.symbol(), 1L, Long::sum)).isEqualTo(quote.row());
                }
            }
        }

        assertThat(rows)
                .containsEntry("IBM", 54_533L)
                .containsEntry("SPY", 27_409L)
                .hasSize(4);
    }

    @Test
    void takesTheEarliestDayUnlessOneIsAsked() {
        Path folder = SharedFiles.require("market-data");

        assertThat(RecordingFolder.open(folder, null).date()).isEqualTo("2013-10-07");
    }

    @Test
    void saysWhatIsMissing(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RecordingFolder.open(folder.resolve("gone"), null))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> RecordingFolder.open(folder, null)).hasMessageContaining("has no quotes/");
        Files.createDirectories(folder.resolve("quotes"));
        assertThatThrownBy(() -> RecordingFolder.open(folder, null)).hasMessageContaining("holds no quote file");
    }

    @Test
    void refusesAFileThatIsNotGzip(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("quotes"));
        Files.writeString(folder.resolve("quotes/IBM-20131007.csv.gz"), "plain text");

        assertThatThrownBy(() -> new RecordingFeed(RecordingFolder.open(folder, null), LocalTime.NOON))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("cannot be read as gzip");
    }

    @Test
    void namesTheRowThatIsNotReadable(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("quotes"));
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("quotes/IBM-20131007.csv.gz")))) {
            out.write("""
                    ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious
                    1381152600000000000,181.00,100,P,181.10,100,P,1,1,0
                    1381152601000000000,oops,100,P,181.10,100,P,1,1,0
                    """.getBytes(StandardCharsets.US_ASCII));
        }

        try (RecordingFeed feed = new RecordingFeed(RecordingFolder.open(folder, null), LocalTime.of(9, 30))) {
            assertThatThrownBy(feed::next)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("row 2 is not readable");
        }
    }
}
