package com.quanticity.ibkr.gateway.session;

import java.time.Duration;

/**
 * The queries for the past that wait for their turn.
 *
 * @param waiting how many were accepted and have not left
 * @param next how long the next one waits at least; zero when none waits or it is not known yet
 * @param spacing mean pause between two when many wait; BID_ASK takes twice as long
 */
public record HistoryLine(int waiting, Duration next, Duration spacing) {

    /** Nothing waits, and nothing is known about pauses. */
    public static final HistoryLine EMPTY = new HistoryLine(0, Duration.ZERO, Duration.ZERO);
}
