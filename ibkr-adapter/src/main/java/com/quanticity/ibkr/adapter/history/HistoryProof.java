package com.quanticity.ibkr.adapter.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams against database for one day, UTC, by the time of receipt.
 *
 * @param day the day
 * @param at when it was looked at
 * @param equal true when every stream agrees and the sequences have no hole, as far as it can be told
 * @param streams one for each stream that is kept and has sequences or bars
 */
record HistoryProof(LocalDate day, Instant at, boolean equal, List<StreamProof> streams) {

    /** What can be said of one stream. */
    enum Verdict {
        /** Everything that Redis still holds of the day is stored, with equal content, and no number is missing. */
        EQUAL,
        /** As {@link #EQUAL}, but the newest items are not stored yet. */
        EQUAL_SO_FAR,
        /** Held and stored agree, but numbers are missing that neither has. */
        HOLES,
        /** Count or content differ. */
        DIFFERENT,
        /** Redis holds nothing of the day any more: only the stored side can be told. */
        NOT_HELD,
        /** Neither side has anything. */
        EMPTY
    }

    /**
     * One stream.
     *
     * @param stream its name
     * @param table where it is stored
     * @param verdict what can be said
     * @param heldItems items of the day that Redis still holds, repeats not counted
     * @param waitingItems of those, not stored yet
     * @param storedRows rows of the day
     * @param repeatedItems items that the stream holds twice, as a publication was tried again
     * @param malformedEntries entries of the stream that cannot be read
     * @param symbols held and stored by symbol, as far as Redis holds them
     * @param connections stored numbers by connection
     * @param notes what cannot be told any more, in words
     */
    record StreamProof(
            String stream,
            String table,
            Verdict verdict,
            long heldItems,
            long waitingItems,
            long storedRows,
            long repeatedItems,
            long malformedEntries,
            List<SymbolProof> symbols,
            List<ConnectionProof> connections,
            List<String> notes) {}

    /**
     * One symbol, over what Redis still holds and is due in the database.
     *
     * @param heldChecksum of the content, whatever the order
     * @param storedRowsOfDay all rows of the day, whether Redis still holds them or not
     */
    record SymbolProof(
            String symbol,
            long heldItems,
            String heldChecksum,
            long storedRows,
            String storedChecksum,
            long storedRowsOfDay,
            boolean equal) {}

    /**
     * The numbers of one connection in the database; they run from 1 without a hole.
     *
     * @param firstStored lowest number stored
     * @param lastStored highest number stored
     * @param rows how many are stored
     * @param missing numbers up to the last one that are not stored
     * @param firstMissing lowest of those, null when none is
     */
    record ConnectionProof(
            long connection,
            long firstStored,
            long lastStored,
            long rows,
            long missing,
            @Nullable Long firstMissing) {}
}
