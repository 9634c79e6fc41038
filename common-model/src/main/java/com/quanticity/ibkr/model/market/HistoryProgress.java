package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a download of past data is; told when something changes, at most once a second, and once when it ends.
 *
 * @param jobId ULID of the download
 * @param symbol the desk's symbol, empty when only the number is known
 * @param contractId broker's contract id
 * @param what what is downloaded, such as {@code 5 secs TRADES} or {@code ticks BID_ASK}
 * @param from start of the range, UTC, inclusive
 * @param to end of the range, exclusive
 * @param state where it stands
 * @param reason why it waits or failed, empty when there is nothing to say
 * @param until when it goes on, null when it does not wait or nobody knows
 * @param percent 0 to 100 of the trading time of the range
 * @param rows bars or ticks received
 * @param requestsDone queries answered
 * @param requestsLeft queries still needed, null when it cannot be told yet
 * @param finishAt expected end, null when it cannot be told; in the past for a download that has ended
 * @param at when this was said
 */
public record HistoryProgress(
        String jobId,
        String symbol,
        ContractId contractId,
        String what,
        Instant from,
        Instant to,
        State state,
        String reason,
        @Nullable Instant until,
        int percent,
        long rows,
        int requestsDone,
        @Nullable Long requestsLeft,
        @Nullable Instant finishAt,
        Instant at) {

    /** Where a download stands. */
    public enum State {
        /** Nothing has been asked for yet. */
        QUEUED,
        RUNNING,
        /** The broker's limits on queries say not yet. */
        WAITING_PACING,
        /** No connection, the broker's history farm is broken, or it asked us to come again later. */
        WAITING_GATEWAY,
        /** Held by a person. */
        PAUSED,
        DONE,
        /** Everything was asked for; for some intervals the broker has nothing. */
        PARTLY,
        /** The broker refuses it; what came before stays. */
        FAILED,
        CANCELLED;

        /** Nothing more will happen. */
        public boolean isFinal() {
            return switch (this) {
                case QUEUED, RUNNING, WAITING_PACING, WAITING_GATEWAY, PAUSED -> false;
                case DONE, PARTLY, FAILED, CANCELLED -> true;
            };
        }
    }
}
