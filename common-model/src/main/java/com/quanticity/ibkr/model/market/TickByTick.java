package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tick of a tick-by-tick stream. {@link #connection()} and {@link #sequence()} together are its identity for ever: the ticks of one
 * connection, of all contracts and kinds, are numbered from 1 without a hole.
 */
public sealed interface TickByTick {

    /** The desk's symbol. */
    String symbol();

    ContractId contractId();

    /** Number of the gateway connection: epoch milliseconds of its start, growing. */
    long connection();

    /** Place within the connection, from 1, without a hole. */
    long sequence();

    /** The broker's stamp, whole seconds, UTC. */
    Instant brokerTime();

    /** True when it is of the prefix of past ticks that comes before the live ones; it may repeat what an earlier request brought. */
    boolean history();

    /** When the socket reader took it, UTC. */
    Instant receivedAt();

    /**
     * A trade.
     *
     * @param kind how the tape counts it
     * @param price per share or contract, in contract currency
     * @param size shares or contracts, null when not given
     * @param exchange where it was made, empty when not given
     * @param conditions letters of the tape, empty for a regular trade
     * @param pastLimit beyond the limit-up/limit-down band
     * @param unreported not part of the last price of the tape
     */
    record Trade(
            String symbol,
            ContractId contractId,
            Kind kind,
            BigDecimal price,
            @Nullable BigDecimal size,
            String exchange,
            String conditions,
            boolean pastLimit,
            boolean unreported,
            long connection,
            long sequence,
            Instant brokerTime,
            boolean history,
            Instant receivedAt)
            implements TickByTick {

        /** Which trades a stream holds. */
        public enum Kind {
            /** As the consolidated tape counts the last price. */
            LAST,
            /** Odd lots, combinations and late reports too. */
            ALL_LAST
        }

        public Trade {
            identified(symbol, connection, sequence);
        }
    }

    /**
     * A change of the best bid or ask.
     *
     * @param bid best bid in contract currency, null when there is none
     * @param ask best ask, null when there is none
     * @param bidSize null when not given
     * @param askSize null when not given
     * @param bidPastLow the bid is below the day's low
     * @param askPastHigh the ask is above the day's high
     */
    record BidAsk(
            String symbol,
            ContractId contractId,
            @Nullable BigDecimal bid,
            @Nullable BigDecimal ask,
            @Nullable BigDecimal bidSize,
            @Nullable BigDecimal askSize,
            boolean bidPastLow,
            boolean askPastHigh,
            long connection,
            long sequence,
            Instant brokerTime,
            boolean history,
            Instant receivedAt)
            implements TickByTick {

        public BidAsk {
            identified(symbol, connection, sequence);
        }
    }

    /**
     * A change of the middle between bid and ask.
     *
     * @param price in contract currency
     */
    record MidPoint(
            String symbol,
            ContractId contractId,
            BigDecimal price,
            long connection,
            long sequence,
            Instant brokerTime,
            boolean history,
            Instant receivedAt)
            implements TickByTick {

        public MidPoint {
            identified(symbol, connection, sequence);
        }
    }

    private static void identified(String symbol, long connection, long sequence) {
        if (connection <= 0 || sequence <= 0) {
            throw new IllegalArgumentException("tick of " + symbol + " needs a positive connection and sequence, had "
                    + connection + "/" + sequence);
        }
    }
}
