package com.quanticity.ibkr.gateway.internal.wire.event;

/**
 * The raw last trade date of contract details: date, time and zone, parted by dashes when there is one, else by blanks; the zone of a
 * bond may itself contain dashes. Source: wire specification, events, CONTRACT_DATA.
 */
record LastTrade(String date, String time, String zone) {

    static LastTrade of(String raw) {
        String[] parts = raw.contains("-") ? raw.split("-", 3) : raw.strip().split("\\s+", 3);
        return new LastTrade(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }
}
