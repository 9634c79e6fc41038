package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as a client describes it: any text may be empty, the id may be 0.
 *
 * @param expiry {@code YYYYMM} or {@code YYYYMMDD}
 * @param strike null when it was not given in any of the wire's spellings
 * @param right {@code C}, {@code P}, {@code CALL}, {@code PUT}; empty, {@code ?} and {@code 0} name none
 * @param includeExpired whether contracts whose last day has passed are wanted too
 * @param legs of a combination, in the order given; else empty
 */
public record ContractQuery(
        int conId,
        String symbol,
        String secType,
        String expiry,
        @Nullable BigDecimal strike,
        String right,
        String multiplier,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass,
        boolean includeExpired,
        String secIdType,
        String secId,
        String issuerId,
        List<Leg> legs) {

    public ContractQuery {
        legs = List.copyOf(legs);
    }

    /** A stock or ETF by symbol, routed by SMART, in US dollars. */
    public static ContractQuery stock(String symbol) {
        return new ContractQuery(
                0, symbol, "STK", "", null, "", "", "SMART", "", "USD", "", "", false, "", "", "", List.of());
    }

    /** The same, expired contracts included. */
    public ContractQuery withExpired() {
        return new ContractQuery(
                conId,
                symbol,
                secType,
                expiry,
                strike,
                right,
                multiplier,
                exchange,
                primaryExchange,
                currency,
                localSymbol,
                tradingClass,
                true,
                secIdType,
                secId,
                issuerId,
                legs);
    }

    /** The contract of an id, wherever it trades. */
    public static ContractQuery ofId(int conId) {
        return new ContractQuery(conId, "", "", "", null, "", "", "", "", "", "", "", false, "", "", "", List.of());
    }

    /**
     * One leg of a combination.
     *
     * @param action {@code BUY} or {@code SELL}
     */
    public record Leg(int conId, int ratio, String action, String exchange) {}
}
