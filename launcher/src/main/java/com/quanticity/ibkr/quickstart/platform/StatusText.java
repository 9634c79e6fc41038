package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of the status table. */
final class StatusText {

    private static final String FORMAT = "%-18s %-10s %-38s %8s  %s";

    private StatusText() {}

    static String header() {
        return String.format(Locale.ROOT, FORMAT, "NAME", "STATE", "URL", "START", "LOG")
                .stripTrailing();
    }

    static String row(ComponentStatus status) {
        return String.format(
                        Locale.ROOT,
                        FORMAT,
                        status.component().name(),
                        status.state(),
                        status.component().url(),
                        seconds(status.startTime()),
                        shorten(status.component().log()))
                .stripTrailing();
    }

    static String name(ComponentStatus status) {
        return String.format(Locale.ROOT, "%-18s", status.component().name());
    }

    private static String seconds(@Nullable Duration time) {
        return time == null ? "" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Relative to where the caller stands, when that is shorter. */
    private static String shorten(Path log) {
        Path here = Path.of("").toAbsolutePath();
        if (!log.getRoot().equals(here.getRoot())) {
            return log.toString();
        }
        String relative = here.relativize(log).toString();
        return relative.length() < log.toString().length() ? relative : log.toString();
    }
}
