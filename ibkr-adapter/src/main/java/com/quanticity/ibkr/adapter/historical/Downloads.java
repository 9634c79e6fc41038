package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The downloads that are not final, in the order of their turns: urgent ones first, within a rank whoever has waited longest. Downloads'
 * thread only.
 */
final class Downloads {

    private final Map<String, JobRun> runs = new LinkedHashMap<>();
    private volatile int size;

    void add(StoredJob stored, List<Piece> pieces) {
        runs.put(stored.job().id(), new JobRun(stored.job(), stored.status(), pieces));
        size = runs.size();
    }

    void remove(String id) {
        runs.remove(id);
        size = runs.size();
    }

    /** How many there are; on any thread. */
    int size() {
        return size;
    }

    Optional<JobRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    List<JobRun> all() {
        return List.copyOf(runs.values());
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    int underWay() {
        return (int) runs.values().stream().filter(run -> run.flight() != null).count();
    }

    Optional<JobRun> nextTurn(Instant now) {
        return runs.values().stream()
                .filter(run -> run.mayAsk(now))
                .min(Comparator.comparing(run -> !run.job().urgent()));
    }

    /** The next one, which then stands last in line. */
    Optional<JobRun> takeTurn(Instant now) {
        Optional<JobRun> next = nextTurn(now);
        next.ifPresent(run -> {
            runs.remove(run.job().id());
            runs.put(run.job().id(), run);
        });
        return next;
    }
}
