package com.quanticity.ibkr.gateway.internal.thread;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Wall time that moves with a {@link FakeScheduler}. */
public final class MovedClock extends Clock {

    private final FakeScheduler scheduler;
    private final Instant start;

    public MovedClock(FakeScheduler scheduler, Instant start) {
        this.scheduler = scheduler;
        this.start = start.minus(Duration.ofNanos(scheduler.nanoTime()));
    }

    @Override
    public Instant instant() {
        return start.plusNanos(scheduler.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
