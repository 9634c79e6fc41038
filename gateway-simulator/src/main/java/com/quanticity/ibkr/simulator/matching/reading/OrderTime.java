package com.quanticity.ibkr.simulator.matching.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Points in time as orders spell them. Source: tws-wire README, section 8.
 *
 * @param isZoned whether the text named its zone; without one the login zone counts
 */
record OrderTime(Instant instant, boolean isZoned) {

    private static final ZoneId LOGIN_ZONE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");
    private static final DateTimeFormatter DASHED = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss");

    /** {@code YYYYMMDD HH:mm:ss zone}, the same without zone, or {@code YYYYMMDD-HH:mm:ss} in UTC. */
    static Optional<OrderTime> parse(String text) {
        try {
            if (text.length() > 8 && text.charAt(8) == '-') {
                return parseDashed(text);
            }
            int zoneAt = text.indexOf(' ', text.indexOf(' ') + 1);
            LocalDateTime local = LocalDateTime.parse(zoneAt < 0 ? text : text.substring(0, zoneAt), SPACED);
            ZoneId zone = zoneAt < 0 ? LOGIN_ZONE : ZoneId.of(text.substring(zoneAt + 1), ZoneId.SHORT_IDS);
            return Optional.of(new OrderTime(local.atZone(zone).toInstant(), zoneAt >= 0));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<OrderTime> parseDashed(String text) {
        int zoneAt = text.indexOf(' ');
        LocalDateTime local = LocalDateTime.parse(zoneAt < 0 ? text : text.substring(0, zoneAt), DASHED);
        ZoneId zone = zoneAt < 0 ? ZoneOffset.UTC : ZoneId.of(text.substring(zoneAt + 1), ZoneId.SHORT_IDS);
        return Optional.of(new OrderTime(local.atZone(zone).toInstant(), true));
    }
}
