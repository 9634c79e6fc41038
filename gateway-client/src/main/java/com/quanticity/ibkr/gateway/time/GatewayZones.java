package com.quanticity.ibkr.gateway.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zones as the broker names them: IANA names, names of Windows with blanks, and abbreviations. An abbreviation counts only while all that
 * it may mean agree: EST is five hours behind UTC in winter, but in summer some write it for New York and some for the fixed offset.
 */
public final class GatewayZones {

    /** What a short name may mean. Those missing here, such as CST, IST and BST, mean offsets on several continents. */
    private static final Map<String, List<String>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("UTC", List.of("Z")),
            Map.entry("GMT", List.of("Z")),
            Map.entry("Z", List.of("Z")),
            Map.entry("EST", List.of("-05:00", "America/New_York")),
            Map.entry("EDT", List.of("-04:00")),
            Map.entry("ET", List.of("America/New_York")),
            Map.entry("MST", List.of("-07:00", "America/Denver")),
            Map.entry("MDT", List.of("-06:00")),
            Map.entry("PST", List.of("-08:00", "America/Los_Angeles")),
            Map.entry("PDT", List.of("-07:00")),
            Map.entry("CET", List.of("+01:00", "Europe/Berlin")),
            Map.entry("MET", List.of("+01:00", "Europe/Berlin")),
            Map.entry("CEST", List.of("+02:00")),
            Map.entry("MEST", List.of("+02:00")),
            Map.entry("EET", List.of("+02:00", "Europe/Athens")),
            Map.entry("EEST", List.of("+03:00")),
            Map.entry("JST", List.of("Asia/Tokyo")),
            Map.entry("HKT", List.of("Asia/Hong_Kong")),
            Map.entry("SGT", List.of("Asia/Singapore")),
            Map.entry("AEDT", List.of("+11:00")),
            Map.entry("AEST", List.of("+10:00", "Australia/Sydney")),
            Map.entry("NZDT", List.of("+13:00")),
            Map.entry("NZST", List.of("+12:00", "Pacific/Auckland")));

    /** Fixed names of the zone database that are no abbreviations of something else. */
    private static final Set<String> PLAIN =
            Set.of("EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "Japan", "Hongkong", "Singapore");

    private static final Set<String> AVAILABLE = ZoneId.getAvailableZoneIds();

    private GatewayZones() {}

    /** The zone of a name that always means one and the same; empty for abbreviations and unknown names. */
    public static Optional<ZoneId> zone(String name) {
        if (name.equals("UTC") || name.equals("GMT")) {
            return Optional.of(ZoneOffset.UTC);
        }
        boolean region = AVAILABLE.contains(name) && (name.indexOf('/') > 0 || PLAIN.contains(name));
        if (region) {
            return Optional.of(ZoneId.of(name));
        }
        return Optional.ofNullable(WindowsZones.NAMES.get(name)).map(ZoneId::of);
    }

    /** The offset that the name has at a local time; null when it has none, or when it is not certain. */
    static @Nullable ZoneOffset offset(String name, LocalDateTime local) {
        List<String> meanings = ABBREVIATIONS.get(name);
        if (meanings != null) {
            List<Optional<ZoneOffset>> offsets = meanings.stream()
                    .map(meaning -> Optional.ofNullable(offset(ZoneId.of(meaning), local)))
                    .distinct()
                    .toList();
            return offsets.size() == 1 ? offsets.getFirst().orElse(null) : null;
        }
        Optional<ZoneId> zone = zone(name);
        return zone.isPresent() ? offset(zone.get(), local) : summerName(name, local);
    }

    /** The earlier of two moments, null when the clocks skip the time. */
    static @Nullable ZoneOffset offset(ZoneId zone, LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? null : offsets.getFirst();
    }

    /** For example {@code Eastern Daylight Time}: right only while the zone is on summer time. */
    private static @Nullable ZoneOffset summerName(String name, LocalDateTime local) {
        String windows = name.replace(" Daylight Time", " Standard Time").replace(" Summer Time", " Standard Time");
        String region = windows.equals(name) ? null : WindowsZones.NAMES.get(windows);
        if (region == null) {
            return null;
        }
        ZoneId zone = ZoneId.of(region);
        ZoneOffset offset = offset(zone, local);
        boolean isSummer = offset != null && zone.getRules().isDaylightSavings(local.toInstant(offset));
        return isSummer ? offset : null;
    }
}
