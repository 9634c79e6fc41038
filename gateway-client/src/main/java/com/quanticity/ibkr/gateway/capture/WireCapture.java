package com.quanticity.ibkr.gateway.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Records the wire of a session on demand: at most one recording at a time, bounded in bytes and time; the file of the last one is kept
 * until the next begins. While none runs the connection pays one volatile read for each socket read. This class is thread-safe.
 */
public final class WireCapture implements WireTap, AutoCloseable {

    private final Path directory;
    private final String name;
    private final Clock clock;
    private final AtomicReference<@Nullable WireRecording> last = new AtomicReference<>();
    private volatile @Nullable WireRecording running;

    /**
     * Nothing is recorded yet and no file touched.
     *
     * @param directory made when it is missing, readable by its owner alone
     * @param name of the session, the beginning of file names
     */
    public WireCapture(Path directory, String name, Clock clock) {
        this.directory = directory;
        this.name = name;
        this.clock = clock;
    }

    /**
     * How a recording stands.
     *
     * @param isRunning false when it has ended
     * @param end why it ended, empty while it runs
     * @param frames written so far
     * @param bytes of the file so far
     * @param dropped frames that came faster than they could be written
     */
    public record Status(
            boolean isRunning,
            Instant startedAt,
            Instant endsAt,
            String end,
            long frames,
            long bytes,
            long maxBytes,
            long dropped,
            Path file) {}

    /**
     * Begins a recording; the file of the one before is deleted.
     *
     * @return empty when one runs already
     * @throws IOException when the file cannot be made
     */
    public synchronized Optional<Status> start(long maxBytes, Duration duration) throws IOException {
        WireRecording present = running;
        if (present != null && present.isRunning()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        WireRecording before = last.get();
        if (before != null) {
            Files.deleteIfExists(before.status().file());
        }
        WireRecording next = WireRecording.start(
                directory, name, new WireRecording.Bounds(maxBytes, now, now.plus(duration)), clock, this::ended);
        last.set(next);
        running = next;
        return Optional.of(next.status());
    }

    /** Ends the recording and waits until its file is complete; empty when there has been none. */
    public Optional<Status> stop() {
        WireRecording recording = last.get();
        if (recording == null) {
            return Optional.empty();
        }
        recording.stop();
        return Optional.of(recording.status());
    }

    /** The running recording, else the last one; empty when there has been none. */
    public Optional<Status> status() {
        return Optional.ofNullable(last.get()).map(WireRecording::status);
    }

    @Override
    public boolean isOn() {
        return running != null;
    }

    @Override
    public void frame(Direction direction, Instant at, int version, byte[] bytes, int from, int to) {
        WireRecording recording = running;
        if (recording != null) {
            recording.offer(direction, at, version, bytes, from, to);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void ended(WireRecording recording) {
        synchronized (this) {
            if (running == recording) {
                running = null;
            }
        }
    }
}
