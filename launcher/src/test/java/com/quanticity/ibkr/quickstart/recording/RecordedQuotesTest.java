package com.quanticity.ibkr.quickstart.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedQuotesTest {

    private static final String HEADER =
            "ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious\n";

    @TempDir
    Path folder;

    @Test
    void tellsOfEachVisibleChangeInWireOrder() throws IOException {
        assertThat(changes(1, 9, """
                        1,10.10,300,P,10.20,400,Q,1,1,0
                        2,10.10,300,P,10.20,400,Q,1,1,0
                        3,10.1,500,P,10.21,100,Z,1,1,0
                        4,,,,10.21,100,Z,1,1,0
                        """))
                .containsExactly(
                        "10.1 x 300 / none",
                        "10.1 x 300 / 10.2 x 400",
                        "10.1 x 300 P / 10.2 x 400",
                        "10.1 x 300 P / 10.2 x 400 Q",
                        "10.1 x 500 P / 10.2 x 400 Q",
                        "10.1 x 500 P / 10.21 x 100 Q",
                        "10.1 x 500 P / 10.21 x 100 Z",
                        "none / 10.21 x 100 Z",
                        "none / 10.21 x 100 Z");
    }

    @Test
    void beginsWithTheFirstRowAsInitialState() throws IOException {
        assertThat(changes(2, 3, """
                        1,10.10,300,,10.20,400,,,,0
                        2,10.11,300,,10.20,400,,,,0
                        3,10.12,300,,10.20,400,,,,0
                        4,10.13,300,,10.20,400,,,,0
                        """))
                .containsExactly("10.11 x 300 / none", "10.11 x 300 / 10.2 x 400", "10.12 x 300 / 10.2 x 400");
    }

    @Test
    void namesAShortRow() {
        assertThatThrownBy(() -> changes(1, 1, "1,10.10\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("row 1 has 2 columns");
    }

    private List<String> changes(long first, long last, String rows) throws IOException {
        Path file = folder.resolve("X-20131007.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + rows).getBytes(StandardCharsets.UTF_8));
        }
        List<String> changes = new ArrayList<>();
        try (RecordedQuotes quotes = new RecordedQuotes(file, first, last)) {
            for (TopOfBook next = quotes.next(); next != null; next = quotes.next()) {
                changes.add(next.toString());
            }
        }
        return changes;
    }
}
