package com.quanticity.ibkr.simulator.market;

import java.util.Map;

/** The broker's names of the exchanges that quotes give as letters. Source: market-data exchange-codes.csv. */
public final class Exchanges {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("A", "AMEX"),
            Map.entry("B", "BEX"),
            Map.entry("C", "NSX"),
            Map.entry("D", "FINRA"),
            Map.entry("I", "ISE"),
            Map.entry("J", "EDGEA"),
            Map.entry("K", "DRCTEDGE"),
            Map.entry("M", "CHX"),
            Map.entry("N", "NYSE"),
            Map.entry("P", "ARCA"),
            Map.entry("Q", "ISLAND"),
            Map.entry("T", "ISLAND"),
            Map.entry("V", "IEX"),
            Map.entry("W", "CBOE"),
            Map.entry("X", "PSX"),
            Map.entry("Y", "BYX"),
            Map.entry("Z", "BATS"));

    private Exchanges() {}

    /**
     * The exchange of the first of some letters, or another one when the source does not say.
     *
     * @param otherwise such as the listing exchange
     */
    public static String name(String letters, String otherwise) {
        return letters.isEmpty() ? otherwise : NAMES.getOrDefault(letters.substring(0, 1), otherwise);
    }
}
