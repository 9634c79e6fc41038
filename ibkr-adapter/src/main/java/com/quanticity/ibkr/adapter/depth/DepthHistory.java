package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last turns. Thread-safe. */
final class DepthHistory {

    private final int capacity;
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();

    DepthHistory(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Turn turn) {
        if (turns.size() == capacity) {
            turns.removeFirst();
        }
        turns.addLast(turn);
    }

    /** Newest first. */
    synchronized List<Turn> last(int most) {
        List<Turn> newest = new ArrayList<>(Math.min(most, turns.size()));
        var newestFirst = turns.descendingIterator();
        while (newestFirst.hasNext() && newest.size() < most) {
            newest.add(newestFirst.next());
        }
        return newest;
    }
}
