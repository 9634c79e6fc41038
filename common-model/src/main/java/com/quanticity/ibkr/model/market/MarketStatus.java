package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of one subscription stands, on {@code market.status}. Quotes of a symbol are worth trading on only between
 * {@link State#LIVE} and the next status.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param kind what is subscribed, such as {@code LEVEL_1}
 * @param state what is so from {@code at} on
 * @param reason why, empty when there is nothing to say
 * @param connection number of the connection, 0 when it is not asked for
 * @param lastDataAt when its data came last, null when never
 * @param gapFrom when the gap began, for {@link State#GAP} and {@link State#RESUMED}; null for every other
 * @param turn its slot, for depth; null for every other kind and while it has none
 * @param at when
 */
public record MarketStatus(
        String symbol,
        ContractId contractId,
        String kind,
        State state,
        String reason,
        long connection,
        @Nullable Instant lastDataAt,
        @Nullable Instant gapFrom,
        @Nullable DepthTurn turn,
        Instant at) {

    /** Of a stream that takes no turns. */
    public MarketStatus(
            String symbol,
            ContractId contractId,
            String kind,
            State state,
            String reason,
            long connection,
            @Nullable Instant lastDataAt,
            @Nullable Instant gapFrom,
            Instant at) {
        this(symbol, contractId, kind, state, reason, connection, lastDataAt, gapFrom, null, at);
    }

    /** States of a subscription's data. */
    public enum State {
        /** Wanted, and not asked for yet or no longer. */
        WAITING,
        /** Asked for, nothing came yet. */
        REQUESTED,
        LIVE,
        /** 15 to 20 minutes old. */
        DELAYED,
        /** Asked for and not served. */
        SILENT,
        REFUSED,
        /** Events may be missing from {@code gapFrom} on. */
        GAP,
        /** The gap is over; the state that follows says how the data is. */
        RESUMED,
        /** The adapter has fallen behind: data is complete and late. The state that follows ends it. */
        BEHIND,
        /** The broker says that trading in it is halted; the reason says how. The state that follows ends it. */
        HALTED,
        /** Not wanted any more. */
        CANCELLED
    }
}
