package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row of market depth, or the end of everything known about a book. {@code connection} and {@code sequence} together are
 * its identity for ever: the updates of one connection, of all contracts, are numbered from 1 without a hole.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param tickerId id of the subscription that brought it; never used again for another one
 * @param operation what happens to the row
 * @param side side of the book, null for a {@link Operation#RESET}
 * @param position row counted from 0 = best, −1 for a {@link Operation#RESET}
 * @param price price of the row in contract currency, null when not given (a delete may have none)
 * @param size shares or contracts, null when not given
 * @param marketMaker id of the market maker, or the exchange in smart depth; empty when not given
 * @param smart rows of several exchanges in one book
 * @param reason why the book was emptied; empty for rows
 * @param connection number of the gateway connection: epoch milliseconds of its start, growing
 * @param sequence place within the connection, from 1, without a hole
 * @param receivedAt when the socket reader took it, UTC
 */
public record DepthUpdate(
        String symbol,
        ContractId contractId,
        int tickerId,
        Operation operation,
        @Nullable Side side,
        int position,
        @Nullable BigDecimal price,
        @Nullable BigDecimal size,
        String marketMaker,
        boolean smart,
        String reason,
        long connection,
        long sequence,
        Instant receivedAt) {

    /** Position of a {@link Operation#RESET}. */
    public static final int NO_ROW = -1;

    /** What happens to a row. */
    public enum Operation {
        /** A new row; those from its position on move down. */
        INSERT,
        /** The row changes. */
        UPDATE,
        /** The row goes; those behind it move up. */
        DELETE,
        /** The whole book is void; what follows builds it anew. */
        RESET
    }

    /** Side of a book. */
    public enum Side {
        BID,
        ASK
    }

    public DepthUpdate {
        if (connection <= 0 || sequence <= 0) {
            throw new IllegalArgumentException("depth update of " + symbol
                    + " needs a positive connection and sequence, had " + connection + "/" + sequence);
        }
        boolean reset = operation == Operation.RESET;
        if (reset != (side == null) || reset != (position == NO_ROW) || position < NO_ROW) {
            throw new IllegalArgumentException("depth update of " + symbol + ": " + operation + " with side " + side
                    + " and position " + position + "; a RESET has neither, all others have both");
        }
    }

    /** A change of a row. */
    public static DepthUpdate row(
            String symbol,
            ContractId contractId,
            int tickerId,
            Operation operation,
            Side side,
            int position,
            @Nullable BigDecimal price,
            @Nullable BigDecimal size,
            String marketMaker,
            boolean smart,
            long connection,
            long sequence,
            Instant receivedAt) {
        return new DepthUpdate(
                symbol,
                contractId,
                tickerId,
                operation,
                side,
                position,
                price,
                size,
                marketMaker,
                smart,
                "",
                connection,
                sequence,
                receivedAt);
    }

    /** The book is void, for a reason. */
    public static DepthUpdate reset(
            String symbol,
            ContractId contractId,
            int tickerId,
            boolean smart,
            String reason,
            long connection,
            long sequence,
            Instant receivedAt) {
        return new DepthUpdate(
                symbol,
                contractId,
                tickerId,
                Operation.RESET,
                null,
                NO_ROW,
                null,
                null,
                "",
                smart,
                reason,
                connection,
                sequence,
                receivedAt);
    }
}
