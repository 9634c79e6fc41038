package com.quanticity.ibkr.stream;

import java.time.Duration;

/**
 * How far a consumer group is behind its stream.
 *
 * @param entries entries not handed over yet; about, where Redis before version 7 cannot say
 * @param unfinished entries handed over and not acknowledged
 * @param behind age difference between the newest entry and the last one handed over; zero when nothing waits
 */
public record GroupLag(long entries, long unfinished, Duration behind) {

    /** Nothing waits. */
    public static final GroupLag NONE = new GroupLag(0, 0, Duration.ZERO);
}
