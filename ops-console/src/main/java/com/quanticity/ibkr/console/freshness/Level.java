package com.quanticity.ibkr.console.freshness;

import java.util.Locale;

/** How much a state asks of a person; each has a shape of its own, so that colour is only the third cue. */
public enum Level {
    /** Ring. */
    NORMAL,
    /** Dash. */
    OFF,
    /** Diamond. */
    CAUTION,
    /** Triangle. */
    SERIOUS,
    /** Octagon. */
    CRITICAL,
    /** Question mark in a dashed ring. */
    UNKNOWN;

    /** Name of the style and of the shape. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of two, for groups. Not knowing is worse than caution and better than what is known to be serious. */
    public Level worse(Level other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case OFF -> 0;
            case NORMAL -> 1;
            case CAUTION -> 2;
            case UNKNOWN -> 3;
            case SERIOUS -> 4;
            case CRITICAL -> 5;
        };
    }
}
