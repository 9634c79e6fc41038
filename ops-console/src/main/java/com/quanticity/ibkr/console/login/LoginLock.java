package com.quanticity.ibkr.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Locks a login out for a minute after five failures in a row. Counted for name and address together, so that nobody can lock an operator
 * out from another machine; names that do not exist are counted alike. Bounded and thread-safe.
 */
final class LoginLock {

    static final int FAILURES = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginLock(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isLocked(String key) {
        Failures known = failures.get(key);
        return known != null && known.count() >= FAILURES && !isOver(known);
    }

    synchronized void onFailure(String key) {
        Failures known = failures.get(key);
        int before = known == null || isOver(known) ? 0 : known.count();
        failures.put(key, new Failures(before + 1, clock.instant()));
    }

    synchronized void onSuccess(String key) {
        failures.remove(key);
    }

    private boolean isOver(Failures known) {
        return !clock.instant().isBefore(known.last().plus(LOCKED_FOR));
    }
}
