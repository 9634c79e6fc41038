package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What keeps the rotation from turning: no session, a broken farm or a competing session, a person, itself. */
final class Brakes {

    private String noSession = "no session yet";
    private String held = "";
    private @Nullable Instant pausedAt;
    private String pausedWhy = "";
    private @Nullable Instant disabledUntil;
    private String disabledWhy = "";

    boolean isUsable() {
        return noSession.isEmpty();
    }

    /** True when depth may be asked for at all. */
    boolean mayAsk() {
        return noSession.isEmpty() && held.isEmpty();
    }

    /** True when turns may begin and end. */
    boolean mayTurn() {
        return mayAsk() && pausedAt == null && disabledUntil == null;
    }

    void usable() {
        noSession = "";
    }

    void unusable(String why) {
        noSession = why;
    }

    boolean isHeld() {
        return !held.isEmpty();
    }

    void hold(String why) {
        held = why;
    }

    void pause(String why, Instant now) {
        pausedWhy = why;
        if (pausedAt == null) {
            pausedAt = now;
        }
    }

    /** What the person said who paused it, null when it is not paused. */
    @Nullable String pausedBecause() {
        return pausedAt == null ? null : pausedWhy;
    }

    /** When it was paused, null when it was not. */
    @Nullable Instant unpause() {
        Instant since = pausedAt;
        pausedAt = null;
        return since;
    }

    void disable(String why, Instant until) {
        disabledWhy = why;
        disabledUntil = until;
    }

    @Nullable Instant disabledUntil() {
        return disabledUntil;
    }

    void enable() {
        disabledUntil = null;
    }

    RotationState state() {
        if (!isUsable()) {
            return RotationState.NO_SESSION;
        }
        if (isHeld()) {
            return RotationState.HELD;
        }
        if (disabledUntil != null) {
            return RotationState.DISABLED;
        }
        return pausedAt == null ? RotationState.ROTATING : RotationState.PAUSED;
    }

    String why() {
        return switch (state()) {
            case NO_SESSION -> noSession;
            case HELD -> held;
            case DISABLED -> disabledWhy + "; tried again at " + disabledUntil + " or by resume";
            case PAUSED -> pausedWhy;
            case ROTATING, NOTHING_TO_ROTATE -> "";
        };
    }
}
