package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.contract.ContractSpec;

/**
 * A contract to resolve and subscribe, written as {@link ContractSpec} reads it, for example {@code SPY}, {@code GOOG@NASDAQ} or
 * {@code FUT:ES@CME 202612}.
 *
 * @param symbol the desk's name of it: the symbol of a stock in US dollars, the text of every other contract
 * @param spec the contract it means
 */
public record WatchListEntry(String symbol, ContractSpec spec) {

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException when the text names no contract, or several traded as one, which have no data of their own
     */
    public static WatchListEntry of(String text) {
        ContractSpec spec;
        try {
            spec = ContractSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no watch-list entry; write SYM or SYM@PRIMARY, for example GOOG@NASDAQ, or another contract in full: "
                            + e.getMessage(),
                    e);
        }
        if (spec instanceof ContractSpec.Combination) {
            throw new IllegalArgumentException(
                    "'" + text + "' is a combination, which has no watch-list entry; write an entry for each leg");
        }
        return new WatchListEntry(name(spec), spec);
    }

    private static String name(ContractSpec spec) {
        return spec instanceof ContractSpec.Stock stock && stock.currency().equals(ContractSpec.USD)
                ? stock.symbol()
                : spec.text();
    }

    @Override
    public String toString() {
        return spec.text();
    }
}
