package com.quanticity.ibkr.model.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of one fact, UTC, to the microsecond.
 *
 * @param exchange when it happened at the exchange, null when nobody told
 * @param broker when the broker said so, null when it gave no time
 * @param ours when we learned or did it
 */
public record AuditTimes(
        @Nullable Instant exchange, @Nullable Instant broker, Instant ours) {

    public AuditTimes {
        exchange = exchange == null ? null : micros(exchange);
        broker = broker == null ? null : micros(broker);
        ours = micros(ours);
    }

    /** A fact of ours: the other clocks say nothing about it. */
    public static AuditTimes of(Instant ours) {
        return new AuditTimes(null, null, ours);
    }

    /** As fine as every store of the record keeps it, so that what is read back has the hash of what was written. */
    static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
