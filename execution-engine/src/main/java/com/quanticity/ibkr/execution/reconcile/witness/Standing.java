package com.quanticity.ibkr.execution.reconcile.witness;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reconciler knows of its witnesses, for health, alarm and REST. Thread-safe. */
public final class Standing {

    private final Map<Witness, Since> witnesses = new EnumMap<>(Witness.class);
    private int young;
    private @Nullable Instant lastRun;

    /**
     * One witness.
     *
     * @param since since when it is known, or not
     * @param asOf when what it says was confirmed, null while it is not known
     */
    public record Since(
            boolean known, Instant since, @Nullable Instant asOf) {}

    public synchronized void seen(Witness witness, @Nullable Instant asOf, Instant now) {
        boolean known = asOf != null;
        Since before = witnesses.get(witness);
        Instant since = before != null && before.known == known ? before.since : now;
        witnesses.put(witness, new Since(known, since, asOf));
    }

    public synchronized void compared(Instant at, int youngDifferences) {
        lastRun = at;
        young = youngDifferences;
    }

    public synchronized Map<Witness, Since> witnesses() {
        return new EnumMap<>(witnesses);
    }

    public synchronized boolean isKnown(Witness witness) {
        Since since = witnesses.get(witness);
        return since != null && since.known;
    }

    public synchronized int young() {
        return young;
    }

    public synchronized @Nullable Instant lastRun() {
        return lastRun;
    }
}
