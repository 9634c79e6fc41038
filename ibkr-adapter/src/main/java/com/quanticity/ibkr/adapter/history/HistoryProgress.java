package com.quanticity.ibkr.adapter.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the writing of one stream goes. Written by its subscription's thread, read by all: an immutable picture is replaced. */
final class HistoryProgress {

    /**
     * A moment of it.
     *
     * @param rows rows stored since the start
     * @param storedAt when something was stored last, null when never
     * @param failingSince since when nothing can be stored, null when all is well
     * @param failure what the last attempt failed with, empty when all is well
     * @param retries attempts that failed since the start
     * @param missing items that the stream never held or that came to nothing: holes in its sequence
     * @param lost of those, items trimmed away before they could be stored, and entries where items cannot be counted
     * @param lostAt when that was last found out, null when never
     */
    record Moment(
            long rows,
            @Nullable Instant storedAt,
            @Nullable Instant failingSince,
            String failure,
            long retries,
            long missing,
            long lost,
            @Nullable Instant lostAt) {}

    private volatile Moment now = new Moment(0, null, null, "", 0, 0, 0, null);

    Moment now() {
        return now;
    }

    void stored(long rows, Instant at) {
        Moment was = now;
        now = new Moment(was.rows + rows, at, null, "", was.retries, was.missing, was.lost, was.lostAt);
    }

    void failed(String why, Instant at) {
        Moment was = now;
        Instant since = was.failingSince == null ? at : was.failingSince;
        now = new Moment(was.rows, was.storedAt, since, why, was.retries + 1, was.missing, was.lost, was.lostAt);
    }

    void missing(long items, long lost, Instant at) {
        Moment was = now;
        now = new Moment(
                was.rows,
                was.storedAt,
                was.failingSince,
                was.failure,
                was.retries,
                was.missing + items,
                was.lost + lost,
                at);
    }
}
