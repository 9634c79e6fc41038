package com.quanticity.ibkr.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.benchmarks.codec.CodecRun.CodecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);

    private final Report report = new Report(CLOCK);

    @Test
    void saysHowManyTimesFasterOurReaderIs() {
        report.codec(List.of(
                new CodecResult("nativeReadPath", "", 80, 1.5, 90, 40),
                new CodecResult("officialReadPath", "", 960, 9, 1_350, 1_700)));

        assertThat(report.text())
                .contains("Measured 2026-11-21")
                .contains("| nativeReadPath |  | 80.0 | 1.5 | 90.0 | 40 | 12.50 |")
                .contains("12.0 × Interactive Brokers' own reader by elapsed time, 15.0 × by CPU time");
    }

    @Test
    void saysWhenTheOfficialClientIsMissing() {
        assertThat(report.text()).contains("./install-tws-api");
    }

    @Test
    void replacesOnlyTheMeasuredSection(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("benchmarks.md");
        Files.writeString(document, "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");

        report.writeInto(document);

        assertThat(document)
                .content()
                .startsWith("before\n<!-- measured: begin -->\n\nMeasured 2026-11-21")
                .endsWith("<!-- measured: end -->\nafter\n")
                .doesNotContain("old");
    }

    @Test
    void refusesADocumentWithoutTheSection(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("other.md"), "text");

        assertThatThrownBy(() -> report.writeInto(document)).hasMessageContaining("put them back");
    }
}
