package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentFailedException;
import com.quanticity.ibkr.quickstart.process.LogFile;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Why a component did not start, in its own words: programs say it in their log before they leave. */
final class FailureReport {

    private FailureReport() {}

    static CannotStartException of(ComponentFailedException failure, Path secrets) {
        Path log = failure.component().log();
        String reason = failure.isExplained() ? failure.ending() : reason(log).orElse(failure.ending());
        String place = reason.contains(log.toString()) ? "" : " (log: " + log + ")";
        // A service knows the property, not where quickstart takes its value from.
        String origin = reason.contains("password authentication failed")
                ? " Its password comes from " + secrets + ": put the old value back, or start over with --fresh."
                : "";
        return new CannotStartException(failure.component().name() + " did not start: " + reason + origin + place);
    }

    private static Optional<String> reason(Path log) {
        try {
            return reason(LogFile.lines(log));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The program's own {@code cannot start: …} line; else Spring Boot's description and action; else its last words. */
    static Optional<String> reason(List<String> lines) {
        Optional<String> own = lines.reversed().stream()
                .filter(line -> line.contains("cannot start: "))
                .map(line -> line.substring(line.indexOf("cannot start: ") + "cannot start: ".length()))
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        Optional<String> description = after(lines, "Description:");
        if (description.isPresent()) {
            return description.map(text ->
                    text + after(lines, "Action:").map(action -> " " + action).orElse(""));
        }
        return lines.reversed().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("... "))
                .findFirst();
    }

    private static Optional<String> after(List<String> lines, String title) {
        int start = lines.lastIndexOf(title);
        if (start < 0) {
            return Optional.empty();
        }
        return lines.subList(start + 1, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
