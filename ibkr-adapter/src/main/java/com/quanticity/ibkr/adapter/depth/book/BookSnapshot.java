package com.quanticity.ibkr.adapter.depth.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A book at one moment. Immutable.
 *
 * @param state whether it may be believed; rows of a book that is not VALID are for looking at only
 * @param reason why it is not valid, empty when it is
 * @param bids best first; empty when {@link BookState#NONE}
 * @param asks best first; empty when {@link BookState#NONE}
 * @param lastRowAt when the last message about it was received, null when none was
 * @param updates messages that changed it since it began or was reset
 * @param at the moment
 */
public record BookSnapshot(
        BookState state,
        String reason,
        List<BookRow> bids,
        List<BookRow> asks,
        @Nullable Instant lastRowAt,
        long updates,
        Instant at) {

    public BookSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** No book. */
    public static BookSnapshot none(String reason, Instant at) {
        return new BookSnapshot(BookState.NONE, reason, List.of(), List.of(), null, 0, at);
    }

    public boolean isValid() {
        return state.isValid();
    }

    /** Time since the last message; null when there was none. */
    public @Nullable Duration age() {
        return lastRowAt == null ? null : Duration.between(lastRowAt, at);
    }
}
