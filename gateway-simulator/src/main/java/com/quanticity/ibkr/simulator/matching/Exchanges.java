package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.util.Map;

/** The broker's names of the exchanges that quotes give as letters. Source: market-data exchange-codes.csv. */
final class Exchanges {

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

    /** The exchange of a letter, or the listing exchange when the source does not say. */
    static String name(String letter, ListedContract contract) {
        return NAMES.getOrDefault(letter, contract.listingExchange());
    }
}
