package com.quanticity.ibkr.console.discrepancies;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Discrepancies that have not ended. Thread-safe. */
public final class DiscrepancyBook {

    private static final int MOST = 1_000;

    private final Accounts accounts;
    private final Map<String, Discrepancy> standing = new TreeMap<>();
    private boolean complete;
    private long version;

    public DiscrepancyBook(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Takes one; an older version than there is changes nothing. */
    public synchronized void onDiscrepancy(Discrepancy discrepancy) {
        Discrepancy before = standing.get(discrepancy.id());
        if (before != null && before.version() >= discrepancy.version()) {
            return;
        }
        accounts.onAccount(discrepancy.account());
        if (discrepancy.isEnded()) {
            standing.remove(discrepancy.id());
        } else if (before != null || standing.size() < MOST) {
            standing.put(discrepancy.id(), discrepancy);
        }
        version++;
    }

    /**
     * All were read: others than these have ended, unless they are newer.
     *
     * @param askedAt when they were asked for
     */
    public synchronized void onComplete(Collection<Discrepancy> all, Instant askedAt) {
        Set<String> read = new HashSet<>();
        all.forEach(discrepancy -> read.add(discrepancy.id()));
        standing.values()
                .removeIf(
                        known -> !read.contains(known.id()) && known.updatedAt().isBefore(askedAt));
        all.forEach(this::onDiscrepancy);
        complete = true;
        version++;
    }

    /** False while nobody has said what there is. */
    synchronized boolean isComplete() {
        return complete;
    }

    synchronized Optional<Discrepancy> find(String id) {
        return Optional.ofNullable(standing.get(id));
    }

    /** Oldest first. */
    synchronized List<Discrepancy> all() {
        return new ArrayList<>(standing.values());
    }

    synchronized long version() {
        return version;
    }
}
