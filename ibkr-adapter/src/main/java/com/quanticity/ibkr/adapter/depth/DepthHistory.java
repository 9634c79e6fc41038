package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last turns, and those that are not stored yet. Thread-safe. */
final class DepthHistory {

    /** More than half a day of turns. */
    private static final int MOST_UNSAVED = 10_000;

    private final int capacity;
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();
    private final ArrayDeque<Turn> unsaved = new ArrayDeque<>();

    DepthHistory(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Turn turn) {
        keep(turn);
        if (unsaved.size() == MOST_UNSAVED) {
            unsaved.removeFirst();
        }
        unsaved.addLast(turn);
    }

    /** Turns of an earlier start, newest first. */
    synchronized void restore(List<Turn> newestFirst) {
        newestFirst.reversed().forEach(this::keep);
    }

    private void keep(Turn turn) {
        if (turns.size() == capacity) {
            turns.removeFirst();
        }
        turns.addLast(turn);
    }

    /** Newest first. */
    synchronized List<Turn> last(int most) {
        return turns.reversed().stream().limit(most).toList();
    }

    /** The oldest that are not stored. */
    synchronized List<Turn> unsaved(int most) {
        return unsaved.stream().limit(most).toList();
    }

    /** These are stored. */
    synchronized void onSaved(List<Turn> stored) {
        List<Turn> done = new ArrayList<>(stored);
        unsaved.removeIf(done::remove);
    }
}
