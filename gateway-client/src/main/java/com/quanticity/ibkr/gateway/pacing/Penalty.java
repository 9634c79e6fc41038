package com.quanticity.ibkr.gateway.pacing;

import java.time.Duration;

/** What a violation of the message limit costs: a third of the budget for a minute. The third violation closes the socket. */
public final class Penalty {

    public static final Duration LASTS = Duration.ofMinutes(1);

    private Penalty() {}

    public static int lowered(int messagesPerSecond) {
        return Math.max(1, messagesPerSecond * 2 / 3);
    }
}
