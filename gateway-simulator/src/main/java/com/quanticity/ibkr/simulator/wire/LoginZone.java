package com.quanticity.ibkr.simulator.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/**
 * The time zone of the machine the gateway runs on, spelled as that machine spells it.
 *
 * @param name as it stands on the wire: {@code Central European Standard Time}, {@code Europe/Berlin}, {@code EST}
 */
public record LoginZone(String name, ZoneId zone) {

    /** Windows names and abbreviations that gateways were seen with. Source: tws-wire README, sections 3 and 8. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("Eastern Standard Time", "America/New_York"),
            Map.entry("Eastern Daylight Time", "America/New_York"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("Central Standard Time", "America/Chicago"),
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("Mountain Standard Time", "America/Denver"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("Pacific Standard Time", "America/Los_Angeles"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("Greenwich Mean Time", "Europe/London"),
            Map.entry("GMT Standard Time", "Europe/London"),
            Map.entry("British Summer Time", "Europe/London"),
            Map.entry("BST", "Europe/London"),
            Map.entry("Central European Standard Time", "Europe/Berlin"),
            Map.entry("Central European Summer Time", "Europe/Berlin"),
            Map.entry("W. Europe Standard Time", "Europe/Berlin"),
            Map.entry("CET", "Europe/Berlin"),
            Map.entry("CEST", "Europe/Berlin"),
            Map.entry("Israel Standard Time", "Asia/Jerusalem"),
            Map.entry("IST", "Asia/Jerusalem"),
            Map.entry("India Standard Time", "Asia/Kolkata"),
            Map.entry("China Standard Time", "Asia/Shanghai"),
            Map.entry("Hong Kong Time", "Asia/Hong_Kong"),
            Map.entry("HKT", "Asia/Hong_Kong"),
            Map.entry("Singapore Standard Time", "Asia/Singapore"),
            Map.entry("SGT", "Asia/Singapore"),
            Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
            Map.entry("Japan Standard Time", "Asia/Tokyo"),
            Map.entry("JST", "Asia/Tokyo"),
            Map.entry("AUS Eastern Standard Time", "Australia/Sydney"),
            Map.entry("AEST", "Australia/Sydney"),
            Map.entry("Coordinated Universal Time", "UTC"));

    /**
     * The zone of a spelling.
     *
     * @throws IllegalArgumentException when it is none we know
     */
    public static LoginZone of(String name) {
        try {
            return new LoginZone(name, ZoneId.of(SPELLINGS.getOrDefault(name, name)));
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "time zone " + name + " is not known: give an IANA name such as Europe/Berlin,"
                            + " or a Windows name such as Eastern Standard Time",
                    unknown);
        }
    }
}
