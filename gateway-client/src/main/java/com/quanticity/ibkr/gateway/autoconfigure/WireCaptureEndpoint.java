package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.capture.WireCapture;
import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Records the wire on demand: POST starts ({@code maxSize}, {@code duration}), GET tells, DELETE stops, GET {@code /file} is the last
 * recording. Account numbers in it are replaced.
 */
@WebEndpoint(id = "wirecapture")
final class WireCaptureEndpoint {

    private static final DataSize USUAL_SIZE = DataSize.ofMegabytes(32);
    private static final Duration USUAL_DURATION = Duration.ofMinutes(5);
    private static final String FILE = "file";
    private static final int CONFLICT = 409;

    private final WireCapture capture;
    private final CaptureProperties limits;

    WireCaptureEndpoint(WireCapture capture, CaptureProperties limits) {
        this.capture = capture;
        this.limits = limits;
    }

    @ReadOperation
    Map<String, Object> status() {
        return capture.status().map(WireCaptureEndpoint::view).orElse(Map.of("state", "NONE"));
    }

    /** The file of the last recording, 404 when there is none; while it runs what has been written so far. */
    @ReadOperation
    WebEndpointResponse<Resource> download(@Selector String part) {
        Optional<WireCapture.Status> last = capture.status();
        boolean present =
                part.equals(FILE) && last.isPresent() && Files.exists(last.get().file());
        return present
                ? new WebEndpointResponse<>(new FileSystemResource(last.get().file()))
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }

    /**
     * Starts a recording.
     *
     * @param maxSize for example 32MB
     * @param duration for example 5m
     */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> start(@Nullable String maxSize, @Nullable String duration)
            throws IOException {
        DataSize size = size(maxSize);
        Duration time = duration(duration);
        Optional<WireCapture.Status> started = capture.start(size.toBytes(), time);
        return started.map(status -> new WebEndpointResponse<>(view(status), 200))
                .orElseGet(() -> new WebEndpointResponse<>(
                        Map.of("error", "a recording is running; stop it first with DELETE"), CONFLICT));
    }

    @DeleteOperation
    Map<String, Object> stop() {
        return capture.stop().map(WireCaptureEndpoint::view).orElse(Map.of("state", "NONE"));
    }

    private DataSize size(@Nullable String given) {
        try {
            DataSize size = given == null ? smaller(USUAL_SIZE, limits.maxSize()) : DataSize.parse(given);
            if (size.toBytes() <= 0 || size.compareTo(limits.maxSize()) > 0) {
                throw unusable("maxSize must be positive and at most " + limits.maxSize());
            }
            return size;
        } catch (IllegalArgumentException e) {
            throw unusable("maxSize must read like 32MB, was '" + given + "'");
        }
    }

    private Duration duration(@Nullable String given) {
        Duration usual = USUAL_DURATION.compareTo(limits.maxDuration()) < 0 ? USUAL_DURATION : limits.maxDuration();
        try {
            Duration duration = given == null ? usual : DurationStyle.detectAndParse(given);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(limits.maxDuration()) > 0) {
                throw unusable("duration must be positive and at most " + Problems.text(limits.maxDuration()));
            }
            return duration;
        } catch (IllegalArgumentException e) {
            throw unusable("duration must read like 5m, was '" + given + "'");
        }
    }

    private static DataSize smaller(DataSize one, DataSize other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static InvalidEndpointRequestException unusable(String reason) {
        return new InvalidEndpointRequestException(reason, reason);
    }

    private static Map<String, Object> view(WireCapture.Status status) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("state", status.isRunning() ? "RUNNING" : "ENDED");
        view.put("end", status.end());
        view.put("startedAt", status.startedAt());
        view.put("endsAt", status.endsAt());
        view.put("frames", status.frames());
        view.put("bytes", status.bytes());
        view.put("maxBytes", status.maxBytes());
        view.put("dropped", status.dropped());
        view.put("file", status.file().toString());
        return view;
    }
}
