package com.quanticity.ibkr.model.market;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complete bar of five seconds, of trades. Contract and start are its identity: a bar comes once live, or once from history, or both;
 * the live one stands.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param start first instant it covers, UTC, a whole multiple of five seconds
 * @param open first price, in contract currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume shares or contracts, null when not given
 * @param wap average price weighted by volume, null when not given
 * @param count number of trades, null when not given
 * @param source where it came from
 * @param connection number of the gateway connection that brought it
 * @param receivedAt when the socket reader took it, UTC
 */
public record Bar(
        String symbol,
        ContractId contractId,
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal wap,
        @Nullable Integer count,
        Source source,
        long connection,
        Instant receivedAt) {

    /** Seconds that a bar covers. */
    public static final int SECONDS = 5;

    /** Where a bar came from. */
    public enum Source {
        /** The stream of bars, as it happened. */
        LIVE,
        /** History, asked for afterwards because the live one was missing. */
        BACK_FILLED
    }

    public Bar {
        if (start.getNano() != 0 || Math.floorMod(start.getEpochSecond(), SECONDS) != 0) {
            throw new IllegalArgumentException(
                    "bar of " + symbol + " starts at " + start + ", expected a multiple of five seconds");
        }
    }
}
