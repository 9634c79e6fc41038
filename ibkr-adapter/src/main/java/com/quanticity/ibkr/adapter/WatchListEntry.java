package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.contract.ContractSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stock or fund to resolve and subscribe, written {@code SYM} or {@code SYM@PRIMARY}, for example {@code GOOG@NASDAQ}.
 *
 * @param symbol the desk's symbol
 * @param primaryExchange listing exchange as the broker names it, empty = any
 */
public record WatchListEntry(String symbol, String primaryExchange) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9][A-Z0-9.]{0,11}(?: [A-Z][A-Z0-9.]{0,7})?)(?:@([A-Z0-9.]{1,15}))?");

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException when the text is neither form
     */
    public static WatchListEntry of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no watch-list entry; write SYM or SYM@PRIMARY, for example GOOG@NASDAQ");
        }
        String primary = matcher.group(2);
        return new WatchListEntry(matcher.group(1), primary == null ? "" : primary);
    }

    /** The contract it means: a stock in US dollars. */
    public ContractSpec.Stock spec() {
        return new ContractSpec.Stock(symbol, primaryExchange, ContractSpec.USD);
    }

    @Override
    public String toString() {
        return primaryExchange.isEmpty() ? symbol : symbol + "@" + primaryExchange;
    }
}
