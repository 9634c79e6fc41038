package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Recording of the wire on demand, actuator endpoint {@code wirecapture}.
 *
 * @param directory where the file lies; the system's temporary folder when not set
 * @param maxSize largest file that may be asked for
 * @param maxDuration longest recording that may be asked for
 */
record CaptureProperties(
        @Nullable Path directory,
        @DefaultValue("256MB") DataSize maxSize,
        @DefaultValue("1h") Duration maxDuration) {

    void check(Problems problems) {
        problems.positive("capture.max-duration", maxDuration)
                .require(maxSize.toBytes() > 0, "capture.max-size must be positive, was " + maxSize);
    }

    Path folder() {
        return directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
    }
}
