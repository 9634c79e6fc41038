package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request for depth, over.
 *
 * @param slot 1 is the permanent one
 * @param askedAt when it was asked for
 * @param waited how long it waited for the message budget, as expected when it was asked for
 * @param firstRowAt null when no row came
 * @param rows messages received
 * @param reason one line, empty when the end says all
 */
public record Turn(
        int slot,
        String symbol,
        int requestId,
        Instant askedAt,
        Duration waited,
        @Nullable Instant firstRowAt,
        Instant endedAt,
        long rows,
        End end,
        String reason) {

    /** Why it ended. */
    public enum End {
        /** Its time was up. */
        SERVED,
        /** Its time was up, and no row had come. */
        NO_DATA,
        /** A person wanted the next. */
        SKIPPED,
        /** It made room for the permanent or a pinned symbol. */
        DISPLACED,
        /** 309: no slot was free. */
        FULL,
        /** The broker does not serve it. */
        REFUSED,
        /** 316: depth of it is halted. */
        HALTED,
        /** 322: the gateway knows its id already. */
        DUPLICATE,
        /** Its book was broken. */
        BROKEN,
        /** Messages may be missing after a gap; it is asked for anew. */
        RENEWED,
        /** The permanent symbol was silent; it is asked for anew. */
        SILENT,
        /** The connection or the gateway's memory of it is gone. */
        LOST
    }
}
