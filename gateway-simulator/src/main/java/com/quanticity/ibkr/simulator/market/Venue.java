package com.quanticity.ibkr.simulator.market;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the made-up market trades US stocks.
 *
 * <p>Source of names and letters: market-data exchange-codes.csv.
 */
public enum Venue {
    ARCA("P", List.of()),
    ISLAND("Q", List.of("NSDQ", "CDRG", "VIRT", "GSCO", "MSCO")),
    BATS("Z", List.of()),
    DRCTEDGE("K", List.of()),
    NYSE("N", List.of()),
    IEX("V", List.of());

    private final String letter;
    private final List<String> makers;

    Venue(String letter, List<String> makers) {
        this.letter = letter;
        this.makers = makers;
    }

    /** The letter that quotes give. */
    public String letter() {
        return letter;
    }

    /** Market makers whose rows the venue shows by name; empty when it shows price levels only. */
    public List<String> makers() {
        return makers;
    }

    /** The venue of the broker's name, where {@code NASDAQ} is another name of {@code ISLAND}. */
    public static Optional<Venue> ofName(String name) {
        String wanted = name.equals("NASDAQ") ? ISLAND.name() : name;
        return Stream.of(values()).filter(venue -> venue.name().equals(wanted)).findFirst();
    }
}
