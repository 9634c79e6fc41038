package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Top of book of one contract after one change: best bid and ask with sizes, and the last trade.
 *
 * <p>Every visible change makes one quote. {@code connection} and {@code sequence} together are its identity for ever: sequences of one
 * connection run without a hole over all contracts, so that a gap or a duplicate can be counted.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param bid best bid in contract currency, null when there is no bid
 * @param bidSize size at the bid in shares or contracts, null when not known
 * @param ask best ask, null when there is no ask
 * @param askSize size at the ask, null when not known
 * @param last price of the last trade, null when not known
 * @param lastSize size of the last trade, null when not known
 * @param bidExchange letters of the exchanges at the bid, empty when not given
 * @param askExchange letters of the exchanges at the ask, empty when not given
 * @param dataType how fresh the broker's prices are
 * @param connection number of the gateway connection: epoch milliseconds of its start, growing
 * @param sequence place within the connection, from 1, without a hole
 * @param receivedAt when the socket reader took the change, UTC
 */
public record Quote(
        String symbol,
        ContractId contractId,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSize,
        String bidExchange,
        String askExchange,
        MarketDataType dataType,
        long connection,
        long sequence,
        Instant receivedAt) {

    public Quote {
        if (connection <= 0 || sequence <= 0) {
            throw new IllegalArgumentException("quote of " + symbol + " needs a positive connection and sequence, had "
                    + connection + "/" + sequence);
        }
    }
}
