package com.quanticity.ibkr.model.market;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The depth slot of a symbol, as the reason of a {@link MarketStatus} says it.
 *
 * @param slot 1 and up
 * @param until when its turn ends, whole seconds; null when the slot is its own for good
 */
public record DepthTurn(int slot, @Nullable Instant until) {

    private static final Pattern TEXT = Pattern.compile("slot (\\d{1,4}), (?:permanent|turn until (\\S+))");

    public DepthTurn {
        until = until == null ? null : until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code slot 2, turn until 2026-02-27T14:30:10Z} or {@code slot 1, permanent}. */
    public String text() {
        return "slot " + slot + (until == null ? ", permanent" : ", turn until " + until);
    }

    /** Reads what {@link #text} wrote, empty for every other reason. */
    public static Optional<DepthTurn> of(String reason) {
        Matcher matcher = TEXT.matcher(reason);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String until = matcher.group(2);
            return Optional.of(
                    new DepthTurn(Integer.parseInt(matcher.group(1)), until == null ? null : Instant.parse(until)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
