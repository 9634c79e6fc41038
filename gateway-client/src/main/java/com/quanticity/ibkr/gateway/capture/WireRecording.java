package com.quanticity.ibkr.gateway.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One recording: a queue bounded in frames and bytes, and the thread that masks and writes. */
final class WireRecording {

    private static final Logger log = LoggerFactory.getLogger(WireRecording.class);

    private static final int QUEUE_FRAMES = 16_384;
    private static final long QUEUE_BYTES = 16L * 1024 * 1024;
    private static final long LOOK_MILLIS = 100;
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final Path file;
    private final Bounds bounds;
    private final Clock clock;
    private final Consumer<WireRecording> onEnd;
    private final BlockingQueue<CapturedFrame> queue = new ArrayBlockingQueue<>(QUEUE_FRAMES);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AccountMask mask = new AccountMask();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile String end = "";
    private volatile long frames;
    private volatile long bytes;

    /** Both ends of a recording. */
    record Bounds(long maxBytes, Instant startedAt, Instant endsAt) {}

    private WireRecording(Path file, Bounds bounds, Clock clock, Consumer<WireRecording> onEnd) {
        this.file = file;
        this.bounds = bounds;
        this.clock = clock;
        this.onEnd = onEnd;
        this.thread = Thread.ofPlatform().name("wire-capture").daemon().unstarted(this::run);
    }

    static WireRecording start(Path directory, String name, Bounds bounds, Clock clock, Consumer<WireRecording> onEnd)
            throws IOException {
        Files.createDirectories(directory);
        // A temporary file is readable by its owner alone, whatever the folder.
        Path file = Files.createTempFile(directory, "ibkr-wire-" + name + "-", ".capture");
        WireRecording recording = new WireRecording(file, bounds, clock, onEnd);
        log.info("wire capture started file={} maxBytes={} endsAt={}", file, bounds.maxBytes(), bounds.endsAt());
        recording.thread.start();
        return recording;
    }

    void offer(Direction direction, Instant at, int version, byte[] source, int from, int to) {
        int length = to - from;
        if (queuedBytes.get() + length > QUEUE_BYTES) {
            dropped.incrementAndGet();
            return;
        }
        queuedBytes.addAndGet(length);
        if (!queue.offer(new CapturedFrame(at, direction, version, Arrays.copyOfRange(source, from, to)))) {
            queuedBytes.addAndGet(-length);
            dropped.incrementAndGet();
        }
    }

    void stop() {
        stopping = true;
        try {
            thread.join(STOP_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return end.isEmpty();
    }

    WireCapture.Status status() {
        return new WireCapture.Status(
                isRunning(),
                bounds.startedAt(),
                bounds.endsAt(),
                end,
                frames,
                bytes,
                bounds.maxBytes(),
                dropped.get(),
                file);
    }

    private void run() {
        String reason;
        try (BufferedWriter out = Files.newBufferedWriter(file, US_ASCII)) {
            line(out, WireCaptureFormat.HEADER);
            reason = record(out);
            line(out, WireCaptureFormat.remark("ended: " + reason + ", " + dropped + " frames dropped"));
        } catch (IOException e) {
            reason = "the file could not be written: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "interrupted";
        }
        onEnd.accept(this);
        end = reason;
        log.info(
                "wire capture ended file={} frames={} bytes={} dropped={} reason={}",
                file,
                frames,
                bytes,
                dropped,
                reason);
    }

    private String record(BufferedWriter out) throws IOException, InterruptedException {
        while (true) {
            CapturedFrame next = queue.poll();
            if (next == null && stopping) {
                return "stopped";
            }
            if (!clock.instant().isBefore(bounds.endsAt())) {
                return "time is over";
            }
            if (next == null) {
                out.flush();
                next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (next != null && !write(out, next)) {
                return "size is reached";
            }
        }
    }

    /** False when the frame does not fit any more. */
    private boolean write(BufferedWriter out, CapturedFrame frame) throws IOException {
        queuedBytes.addAndGet(-frame.bytes().length);
        mask.apply(frame.bytes());
        String line = WireCaptureFormat.line(frame);
        if (bytes + line.length() + 1 > bounds.maxBytes()) {
            return false;
        }
        line(out, line);
        frames++;
        return true;
    }

    private void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
        bytes += line.length() + 1;
    }
}
