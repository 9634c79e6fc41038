package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.option.PictureStore.Stored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Stores ended pictures; while the database is away the last ones wait in memory. Thread-safe. */
final class PictureKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PictureKeeper.class);
    private static final int MOST_WAITING = 50;

    private final PictureStore store;
    private final ArrayDeque<Stored> waiting = new ArrayDeque<>();

    PictureKeeper(PictureStore store) {
        this.store = store;
    }

    /** Never blocks. */
    synchronized void keep(Stored ended) {
        if (waiting.size() == MOST_WAITING) {
            Stored dropped = waiting.removeFirst();
            LOG.warn(
                    "option picture dropped, the database does not take them id={}",
                    dropped.picture().id());
        }
        waiting.addLast(ended);
    }

    /** Stores what waits. Called again and again by one thread. */
    void save() {
        Stored next = next();
        try {
            while (next != null) {
                store.save(next);
                onSaved(next);
                next = next();
            }
        } catch (DataAccessException e) {
            LOG.warn("option pictures not stored cause={}; tried again", e.toString());
        }
    }

    private synchronized @Nullable Stored next() {
        return waiting.peekFirst();
    }

    private synchronized void onSaved(Stored stored) {
        waiting.remove(stored);
    }

    /** A picture by its id, also of an earlier start. */
    Optional<SnapshotJob.View> find(String id) {
        return waiting().stream()
                .map(Stored::picture)
                .filter(picture -> picture.id().equals(id))
                .findFirst()
                .or(() -> store.find(id));
    }

    /** The newest picture that a key started; nothing is known of it while the database is away. */
    Optional<Stored> ofKey(String key) {
        try {
            return store.ofKey(key);
        } catch (DataAccessException e) {
            LOG.warn("earlier option pictures not looked up cause={}; a key of one starts another", e.toString());
            return Optional.empty();
        }
    }

    /** Stored ones, newest first. */
    List<SnapshotJob.View> last(@Nullable String underlying, int most) {
        return store.last(underlying, most);
    }

    private synchronized List<Stored> waiting() {
        return new ArrayList<>(waiting);
    }
}
