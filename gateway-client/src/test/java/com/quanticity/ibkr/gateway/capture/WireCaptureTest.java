package com.quanticity.ibkr.gateway.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireCaptureTest {

    private static final Instant AT = Instant.parse("2026-04-13T19:27:04Z");
    private static final byte[] FRAME = "\0\0\0\u000361\0DU1234567\0".getBytes(US_ASCII);

    @TempDir
    private Path folder;

    private WireCapture capture;

    @BeforeEach
    void makeCapture() {
        capture = new WireCapture(folder.resolve("captures"), "ibkr-adapter", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        capture.close();
    }

    @Test
    void costsNothingAndTouchesNoFileUntilItIsStarted() {
        capture.frame(Direction.IN, AT, 200, FRAME, 0, FRAME.length);

        assertThat(capture.isOn()).isFalse();
        assertThat(capture.status()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void recordsBothDirectionsMasked() throws IOException {
        capture.start(1_000_000, Duration.ofMinutes(1));
        capture.frame(Direction.OUT, AT, 200, FRAME, 0, FRAME.length);
        capture.frame(Direction.IN, AT.plusMillis(1), 200, FRAME, 0, FRAME.length);

        WireCapture.Status status = capture.stop().orElseThrow();

        List<CapturedFrame> frames = frames(status.file());
        assertThat(frames).extracting(CapturedFrame::direction).containsExactly(Direction.OUT, Direction.IN);
        assertThat(frames).extracting(CapturedFrame::at).containsExactly(AT, AT.plusMillis(1));
        assertThat(new String(frames.getFirst().bytes(), US_ASCII)).isEqualTo("\0\0\0\u000361\0DU0000001\0");
        assertThat(FRAME).as("the connection's own buffer").contains('7');
        assertThat(status.frames()).isEqualTo(2);
        assertThat(status.end()).isEqualTo("stopped");
        assertThat(status.bytes()).isLessThanOrEqualTo(Files.size(status.file()));
        assertThat(capture.isOn()).isFalse();
    }

    @Test
    void endsAtItsSize() throws IOException {
        capture.start(500, Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            capture.frame(Direction.IN, AT, 200, FRAME, 0, FRAME.length);
        }

        await().until(() -> !capture.isOn());

        WireCapture.Status status = capture.stop().orElseThrow();
        assertThat(status.end()).isEqualTo("size is reached");
        assertThat(status.frames()).isEqualTo(frames(status.file()).size()).isBetween(5L, 8L);
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException {
        capture.start(500, Duration.ofMillis(1));

        await().until(() -> !capture.isOn());

        assertThat(capture.stop().orElseThrow().end()).isEqualTo("time is over");
    }

    @Test
    void runsOnceAtATimeAndKeepsTheLastFileOnly() throws IOException {
        Path first = capture.start(1_000, Duration.ofMinutes(1)).orElseThrow().file();
        assertThat(capture.start(1_000, Duration.ofMinutes(1))).isEmpty();
        capture.stop();

        Optional<WireCapture.Status> second = capture.start(1_000, Duration.ofMinutes(1));

        assertThat(second).isPresent();
        assertThat(first).doesNotExist();
    }

    @Test
    void countsWhatComesFasterThanItCanBeWrittenAndNeverBlocks() throws IOException {
        byte[] large = new byte[4 * 1024 * 1024];
        capture.start(Long.MAX_VALUE, Duration.ofMinutes(1));
        for (int i = 0; i < 40; i++) {
            capture.frame(Direction.IN, AT, 200, large, 0, large.length);
        }

        assertThat(capture.status().orElseThrow().dropped()).isPositive();
        capture.stop();
    }

    private static List<CapturedFrame> frames(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(WireCaptureFormat::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
