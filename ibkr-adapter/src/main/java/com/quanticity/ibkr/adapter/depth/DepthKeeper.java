package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.DepthStore.Kept;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps over restarts what persons ordered of the rotation, and the turns that are over. Both are stored within a second; while the
 * database is away they wait, because no order to the rotation shall depend on it. Thread-safe.
 */
final class DepthKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DepthKeeper.class);
    private static final int MOST_TURNS = 500;

    private final DepthDesk desk;
    private final DepthHistory history;
    private final DepthStore store;
    private final DepthProperties settings;
    private final Clock clock;
    private @Nullable Kept stored;
    private boolean failing;

    DepthKeeper(DepthDesk desk, DepthHistory history, DepthStore store, DepthProperties settings, Clock clock) {
        this.desk = desk;
        this.history = history;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Called once, before the session starts. */
    synchronized void load() {
        history.restore(store.turns(new DepthStore.Query(null, null, settings.historyTurns())));
        store.kept().ifPresent(kept -> {
            boolean changed = !kept.configured().equals(settings.symbols());
            if (changed) {
                LOG.info(
                        "depth queue taken from the configuration, it was changed symbols={} stored={}",
                        settings.symbols(),
                        kept.wishes().members());
            }
            desk.restore(kept.wishes(), changed);
            stored = kept;
        });
    }

    /** Stores what is new. */
    synchronized void save() {
        try {
            saveTurns();
            Kept now = new Kept(settings.symbols(), desk.wishes());
            if (!now.equals(stored)) {
                store.save(now, clock.instant());
                stored = now;
            }
            failing = false;
        } catch (DataAccessException e) {
            if (!failing) {
                LOG.warn(
                        "depth turns and orders to the rotation not stored cause={}; they wait in memory",
                        e.toString());
            }
            failing = true;
        }
    }

    private void saveTurns() {
        List<Turn> turns = history.unsaved(MOST_TURNS);
        while (!turns.isEmpty()) {
            store.save(turns);
            history.onSaved(turns);
            turns = history.unsaved(MOST_TURNS);
        }
    }

    /** Turns that are over, newest first: those in memory when they are enough, else the stored ones. */
    List<Turn> turns(DepthStore.Query query) {
        if (query.symbol() == null && query.before() == null && query.limit() <= settings.historyTurns()) {
            return history.last(query.limit());
        }
        return store.turns(query);
    }
}
