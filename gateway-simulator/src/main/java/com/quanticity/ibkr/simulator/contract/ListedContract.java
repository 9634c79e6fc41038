package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;

/**
 * A stock or ETF that the simulator lists, in US dollars.
 *
 * @param conId the broker's contract id, or one of the artificial range
 * @param listingExchange primary exchange, such as {@code NASDAQ}
 * @param minTick smallest price step in US dollars
 * @param isin empty when not known
 */
public record ListedContract(
        int conId,
        String symbol,
        String listingExchange,
        String tradingClass,
        String marketName,
        String longName,
        String stockType,
        BigDecimal minTick,
        String industry,
        String category,
        String subcategory,
        String isin) {

    boolean answers(ContractQuery query) {
        if (query.conId() != 0) {
            return query.conId() == conId;
        }
        return isNamedBy(query)
                && agrees(query.secType(), "STK")
                && agrees(query.currency(), "USD")
                && agrees(query.primaryExchange(), listingExchange)
                && agrees(query.tradingClass(), tradingClass)
                && isTradedAt(query.exchange());
    }

    private boolean isNamedBy(ContractQuery query) {
        if (query.secIdType().equals("ISIN") && !isin.isEmpty()) {
            return query.secId().equals(isin);
        }
        String wanted = query.symbol().isEmpty() ? query.localSymbol() : query.symbol();
        return wanted.equals(symbol) && agrees(query.localSymbol(), symbol);
    }

    private boolean isTradedAt(String exchange) {
        return exchange.isEmpty() || exchange.equals("SMART") || exchange.equals(listingExchange);
    }

    private static boolean agrees(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
