package com.quanticity.ibkr.quickstart;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it: {@code 10s}, {@code 500ms}, {@code 2m}. */
final class PauseText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private PauseText() {}

    static Duration parse(String text) throws CannotStartException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new CannotStartException("--restart-after " + text + " is no time: write it like 10s, 500ms or 2m");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
