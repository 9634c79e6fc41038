package com.quanticity.ibkr.adapter.gate.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Strategies that may not enter until a named person enables them again. In force at once; who keeps them over a restart asks for
 * {@link #all()}. Thread-safe.
 */
public final class StrategyLocks {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyLocks.class);

    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    /**
     * Why a strategy is disabled.
     *
     * @param strategy its name
     * @param cycles how often it had filled and entered again
     * @param limit what that was held against
     * @param at when it was disabled
     */
    public record Lock(String strategy, int cycles, String limit, Instant at) {}

    /** Takes up what was kept. */
    public void load(Collection<Lock> kept) {
        kept.forEach(lock -> locks.put(lock.strategy(), lock));
    }

    public boolean isLocked(String strategy) {
        return locks.containsKey(strategy);
    }

    public @Nullable Lock find(String strategy) {
        return locks.get(strategy);
    }

    public List<Lock> all() {
        return List.copyOf(locks.values());
    }

    /** Disables a strategy. */
    public void lock(String strategy, int cycles, String limit, Instant now) {
        Lock lock = new Lock(strategy, cycles, limit, now);
        if (locks.putIfAbsent(strategy, lock) == null) {
            LOG.warn("strategy disabled strategy={} cycles={} limit=\"{}\"", strategy, cycles, limit);
        }
    }

    /** Enables it again; null when it was not disabled. */
    public @Nullable Lock unlock(String strategy) {
        return locks.remove(strategy);
    }
}
