package com.quanticity.ibkr.adapter.historical.plan;

import com.quanticity.ibkr.gateway.request.BarSize;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lengths a bar can have, and how much one query may ask for. Source: wire specification, requests, REQ_HISTORICAL_DATA (names), and
 * the broker's published table of durations and bar sizes (spans).
 *
 * <p>Queries name an end and a span. Spans in seconds count trading time, so they reach back over the calendar at least as far; spans in
 * days count sessions; weeks and years count calendar days of the exchange. A piece is therefore never longer than its span is sure to cover.
 */
public enum BarLength {
    SECONDS_1(BarSize.SECONDS_1, Duration.ofSeconds(1), Duration.ofMinutes(30), ""),
    SECONDS_5(BarSize.SECONDS_5, Duration.ofSeconds(5), Duration.ofHours(1), ""),
    SECONDS_10(BarSize.SECONDS_10, Duration.ofSeconds(10), Duration.ofHours(4), ""),
    SECONDS_15(BarSize.SECONDS_15, Duration.ofSeconds(15), Duration.ofHours(4), ""),
    SECONDS_30(BarSize.SECONDS_30, Duration.ofSeconds(30), Duration.ofHours(8), ""),
    MINUTES_1(BarSize.MINUTES_1, Duration.ofMinutes(1), Duration.ofDays(1), ""),
    MINUTES_2(BarSize.MINUTES_2, Duration.ofMinutes(2), Duration.ofDays(1), ""),
    MINUTES_3(BarSize.MINUTES_3, Duration.ofMinutes(3), Duration.ofDays(5), "1 W"),
    MINUTES_5(BarSize.MINUTES_5, Duration.ofMinutes(5), Duration.ofDays(5), "1 W"),
    MINUTES_10(BarSize.MINUTES_10, Duration.ofMinutes(10), Duration.ofDays(5), "1 W"),
    MINUTES_15(BarSize.MINUTES_15, Duration.ofMinutes(15), Duration.ofDays(5), "1 W"),
    MINUTES_20(BarSize.MINUTES_20, Duration.ofMinutes(20), Duration.ofDays(5), "1 W"),
    MINUTES_30(BarSize.MINUTES_30, Duration.ofMinutes(30), Duration.ofDays(24), "1 M"),
    HOURS_1(BarSize.HOURS_1, Duration.ofHours(1), Duration.ofDays(24), "1 M"),
    HOURS_2(BarSize.HOURS_2, Duration.ofHours(2), Duration.ofDays(24), "1 M"),
    HOURS_3(BarSize.HOURS_3, Duration.ofHours(3), Duration.ofDays(24), "1 M"),
    HOURS_4(BarSize.HOURS_4, Duration.ofHours(4), Duration.ofDays(24), "1 M"),
    HOURS_8(BarSize.HOURS_8, Duration.ofHours(8), Duration.ofDays(24), "1 M"),
    DAYS_1(BarSize.DAYS_1, Duration.ofDays(1), Duration.ofDays(350), ""),
    WEEKS_1(BarSize.WEEKS_1, Duration.ofDays(7), Duration.ofDays(350), "1 Y"),
    MONTHS_1(BarSize.MONTHS_1, Duration.ofDays(31), Duration.ofDays(310), "1 Y");

    /** Zones lie whole quarters of an hour apart, so up to here every bar begins at a multiple of its length in UTC. */
    private static final Duration LONGEST_ALIGNED = Duration.ofMinutes(15);

    private final BarSize wire;
    private final Duration length;
    private final Duration piece;
    private final String span;

    BarLength(BarSize wire, Duration length, Duration piece, String span) {
        this.wire = wire;
        this.length = length;
        this.piece = piece;
        this.span = span;
    }

    /** The length of this name, such as {@code 5 secs}. */
    public static Optional<BarLength> of(String code) {
        return Arrays.stream(values())
                .filter(length -> length.wire.code().equals(code.strip()))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(BarLength::code).collect(Collectors.joining(", "));
    }

    public String code() {
        return wire.code();
    }

    public BarSize wire() {
        return wire;
    }

    /** Of a month: the longest there is. */
    public Duration length() {
        return length;
    }

    public boolean isIntraday() {
        return compareTo(DAYS_1) < 0;
    }

    /** Longest piece of one query. */
    Duration piece() {
        return piece;
    }

    /** The span of a query for a full piece, empty when it is written as seconds or days. */
    String span() {
        return span;
    }

    /** How far a query reaches beyond its piece, so that bars across its borders arrive whole. */
    Duration overlap() {
        return isIntraday() && length.compareTo(LONGEST_ALIGNED) > 0 ? length : Duration.ZERO;
    }
}
