package com.quanticity.ibkr.model.contract;

import java.util.Objects;

/**
 * A tradable thing as the broker identifies it, resolved: the id is known.
 *
 * @param id broker's contract id
 * @param symbol the desk's symbol; not unique by itself
 * @param securityType kind of contract
 * @param exchange where orders are routed, {@code SMART} unless directed
 * @param primaryExchange listing exchange as the broker names it, empty when not given
 * @param currency ISO code of price and commission
 * @param localSymbol the exchange's own symbol, empty when not given
 * @param tradingClass trading class, empty when not given
 */
public record Contract(
        ContractId id,
        String symbol,
        SecurityType securityType,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass) {

    public Contract {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(securityType, "securityType");
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("contract " + id + " needs a symbol");
        }
    }
}
