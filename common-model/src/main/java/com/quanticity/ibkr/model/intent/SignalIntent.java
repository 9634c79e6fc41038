package com.quanticity.ibkr.model.intent;

import com.quanticity.ibkr.model.parent.ParentWish;
import java.time.Instant;
import java.util.Objects;

/**
 * What an outside strategy wants traded, on {@code signal.intent}. Answered on {@code execution.event} by {@code intent-answered}: once
 * taken it is a parent order like any other. Sent again with the same id it changes nothing and gets the same answer.
 *
 * @param intentId the strategy's name of it, unique for ever: 1 to 57 letters, digits, underscores, dots, colons or hyphens
 * @param wish what shall be traded, and how
 * @param validUntil an intent that is read later is refused, UTC
 * @param reason why, one line for people; may be empty
 */
public record SignalIntent(String intentId, ParentWish wish, Instant validUntil, String reason) {

    public SignalIntent {
        Objects.requireNonNull(intentId, "intentId must be given");
        Objects.requireNonNull(wish, "wish must be given");
        Objects.requireNonNull(validUntil, "validUntil must be given");
        reason = Objects.requireNonNullElse(reason, "");
    }
}
