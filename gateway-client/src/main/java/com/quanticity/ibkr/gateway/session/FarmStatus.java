package com.quanticity.ibkr.gateway.session;

import java.time.Instant;

/**
 * What the gateway says about one of the broker's data farms.
 *
 * @param farm its name, such as {@code usfarm}; empty when the notice named none
 * @param since when it came to be so on this connection
 * @param errorCode code of the notice
 */
public record FarmStatus(String farm, Kind kind, State state, Instant since, int errorCode) {

    /** What a farm delivers. */
    public enum Kind {
        MARKET_DATA,
        HISTORY,
        DEFINITIONS
    }

    /** Whether it delivers. */
    public enum State {
        OK,
        /** Asleep until somebody asks; nothing is wrong. */
        IDLE,
        /** On its way; what was broken is not mended yet. */
        CONNECTING,
        BROKEN
    }

    public boolean isBroken() {
        return state == State.BROKEN;
    }
}
