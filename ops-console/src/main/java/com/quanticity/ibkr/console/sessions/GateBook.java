package com.quanticity.ibkr.console.sessions;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the adapter's order gate said it does not know, and what that denies. Thread-safe. */
public final class GateBook {

    /**
     * Something the gate does not know.
     *
     * @param reason the denial it leads to
     * @param about what exactly is missing, empty when the reason says it all
     * @param denies what does not pass because of it
     * @param advice what to do
     */
    public record Gap(String reason, String about, String denies, String advice) {}

    /**
     * The last answer.
     *
     * @param gaps those that deny most first; empty when the gate knows what it needs
     * @param since since when it says so
     * @param at when it was last heard
     */
    public record Answer(List<Gap> gaps, Instant since, Instant at) {}

    private @Nullable Answer last;
    private long version;

    public synchronized void onAnswer(List<Gap> gaps, Instant at) {
        Answer before = last;
        if (before != null && before.gaps().equals(gaps)) {
            last = new Answer(before.gaps(), before.since(), at);
        } else {
            last = new Answer(List.copyOf(gaps), at, at);
            version++;
        }
    }

    /** However old; null before there was one. */
    public synchronized @Nullable Answer last() {
        return last;
    }

    /** The last answer, empty when it is too old to be believed. */
    public Optional<Answer> believed(Instant now) {
        return Optional.ofNullable(last())
                .filter(answer -> Expectation.SERVICE.of(answer.at(), now) != Freshness.STALE);
    }

    public synchronized long version() {
        return version;
    }
}
