package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.bar.BarLedger.Hole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing of one symbol now, and how asking for it goes. Guarded by the desk's monitor. */
final class BarGap {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private volatile long missing;
    private @Nullable Instant toldFrom;
    private boolean isAsking;
    private int failures;
    private String lastOutcome = "";
    private @Nullable Instant notBefore;

    /** Any thread. */
    long missing() {
        return missing;
    }

    boolean isAsking() {
        return isAsking;
    }

    int failures() {
        return failures;
    }

    String lastOutcome() {
        return lastOutcome;
    }

    @Nullable Instant notBefore() {
        return notBefore;
    }

    /** Takes what is missing now. */
    void onHoles(List<Hole> holes) {
        missing = holes.stream().mapToLong(Hole::bars).sum();
    }

    /** Start of the hole that was told of and is not closed, null when there is none. */
    @Nullable Instant toldFrom() {
        return toldFrom;
    }

    void onTold(@Nullable Instant from) {
        toldFrom = from;
    }

    boolean mayAsk(Instant now) {
        return !isAsking && (notBefore == null || !now.isBefore(notBefore));
    }

    void onAsked() {
        isAsking = true;
    }

    /** Everything asked for was given, or is known not to exist. */
    void onFilled(String outcome, Instant next) {
        isAsking = false;
        failures = 0;
        lastOutcome = outcome;
        notBefore = next;
    }

    /** Asked again after a pause that doubles each time. */
    void onNotFilled(String outcome, Duration pause, Instant now) {
        isAsking = false;
        lastOutcome = outcome;
        Duration longer = pause.multipliedBy(1L << Math.min(failures++, 10));
        notBefore = now.plus(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer);
    }
}
