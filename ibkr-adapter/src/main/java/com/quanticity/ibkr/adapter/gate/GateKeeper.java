package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks.Lock;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Keeps disabled strategies over a restart, raises their alarm, and enables them when a named person says so. Thread-safe. */
final class GateKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(GateKeeper.class);

    private final StrategyLocks locks;
    private final Activity activity;
    private final GateStore store;
    private final AdapterAlarms alarms;
    private final Clock clock;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private boolean failing;

    GateKeeper(StrategyLocks locks, Activity activity, GateStore store, AdapterAlarms alarms, Clock clock) {
        this.locks = locks;
        this.activity = activity;
        this.store = store;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Takes up what was kept; call once the journal is loaded. */
    void load() {
        store.lastEnabled().forEach(enabled -> activity.forgetCycles(enabled.strategy(), enabled.at()));
        List<Lock> inForce = store.locks();
        locks.load(inForce);
        inForce.forEach(lock -> {
            kept.add(lock.strategy());
            raise(lock);
        });
    }

    /** Stores what is new; call about once a second. What the database does not take is tried again. */
    void keep() {
        for (Lock lock : locks.all()) {
            if (kept.contains(lock.strategy())) {
                continue;
            }
            raise(lock);
            try {
                store.disable(lock);
                kept.add(lock.strategy());
                failing = false;
            } catch (DataAccessException e) {
                if (!failing) {
                    LOG.error("disabled strategy not stored strategy={} cause={}", lock.strategy(), e.toString());
                }
                failing = true;
            }
        }
    }

    private void raise(Lock lock) {
        alarms.raise(
                AlarmKind.STRATEGY_DISABLED,
                lock.strategy(),
                "filled and entered again " + lock.cycles() + " times, limit " + lock.limit());
    }

    /** Enables a strategy; false when it was not disabled. Stored first, so that a restart does not disable it again. */
    boolean enable(String strategy, String by, String reason) {
        if (!locks.isLocked(strategy)) {
            return false;
        }
        Instant now = clock.instant();
        store.enable(strategy, by, reason, now);
        activity.forgetCycles(strategy, now);
        kept.remove(strategy);
        locks.unlock(strategy);
        alarms.clear(AlarmKind.STRATEGY_DISABLED, strategy, "enabled by " + by);
        LOG.info("strategy enabled strategy={} by={} reason=\"{}\"", strategy, by, reason);
        return true;
    }
}
