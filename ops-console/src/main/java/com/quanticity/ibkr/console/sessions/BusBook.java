package com.quanticity.ibkr.console.sessions;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether Redis answers us. Without it the page shows old values and a halt cannot be sent. Thread-safe. */
public final class BusBook {

    private @Nullable Instant awaySince;
    private @Nullable Instant lastAnswer;
    private long version;

    public synchronized void onAnswer(Instant at) {
        if (lastAnswer == null || awaySince != null) {
            version++;
        }
        lastAnswer = at;
        awaySince = null;
    }

    public synchronized void onSilence(Instant at) {
        if (awaySince == null) {
            awaySince = at;
            version++;
        }
    }

    /** Empty while Redis answers. */
    public synchronized Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    public synchronized long version() {
        return version;
    }
}
