package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The times of historical requests and answers. Source: tws-wire README, section 8. */
final class HistoryTimes {

    private static final DateTimeFormatter WITH_BLANK = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final DateTimeFormatter WITH_DASH = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss");

    private HistoryTimes() {}

    /**
     * A time a client gave.
     *
     * @param hasZone false when the login zone was taken, of which the client is warned
     */
    record Given(Instant instant, boolean hasZone) {}

    /** Reads {@code 20260412-12:00:00} (UTC) and {@code 20260412 12:00:00 US/Eastern}, the zone being optional. */
    static Optional<Given> parse(String text, ZoneId loginZone) {
        return WireTime.parse(text, loginZone).map(given -> new Given(given.instant(), given.hasZone()));
    }

    static String zoned(Instant instant, Instrument instrument) {
        return WITH_BLANK.format(instant.atZone(instrument.zone())) + " " + instrument.zoneName();
    }

    static String utc(long second) {
        return WITH_DASH.format(Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC));
    }

    static String local(Instant instant, Instrument instrument) {
        return WITH_DASH.format(instant.atZone(instrument.zone()));
    }

    static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
