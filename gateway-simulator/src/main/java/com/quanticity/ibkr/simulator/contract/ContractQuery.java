package com.quanticity.ibkr.simulator.contract;

/** A contract as a client describes it: any field may be empty, the id may be 0. */
public record ContractQuery(
        int conId,
        String symbol,
        String secType,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass,
        String secIdType,
        String secId) {

    /** A stock or ETF by symbol, routed by SMART, in US dollars. */
    public static ContractQuery stock(String symbol) {
        return new ContractQuery(0, symbol, "STK", "SMART", "", "USD", "", "", "", "");
    }
}
