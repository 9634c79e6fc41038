package com.quanticity.ibkr.adapter.marketdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Real-time volume, tick 48 of generic tick 233. Source: wire specification, ticks section 3.
 *
 * @param price of the trade in contract currency; null for a trade that does not count as last
 * @param size of the trade in shares or contracts
 * @param time of the trade, to the millisecond
 * @param totalVolume of the day, in the broker's unit of volume; null when not given
 * @param vwap volume weighted average price of the day; null when not given
 * @param singleTrade true when one market maker filled it
 */
record RtVolume(
        @Nullable BigDecimal price,
        BigDecimal size,
        Instant time,
        @Nullable BigDecimal totalVolume,
        @Nullable BigDecimal vwap,
        boolean singleTrade) {

    private static final int FIELDS = 6;

    /** Reads {@code price;size;timeMillis;totalVolume;vwap;singleTrade}; empty when the text is anything else. */
    static Optional<RtVolume> parse(String text) {
        String[] fields = text.split(";", -1);
        if (fields.length != FIELDS || !fields[5].equals("true") && !fields[5].equals("false")) {
            return Optional.empty();
        }
        try {
            BigDecimal size = number(fields[1]);
            return Optional.of(new RtVolume(
                    number(fields[0]),
                    size == null ? BigDecimal.ZERO : size,
                    Instant.ofEpochMilli(Long.parseLong(fields[2])),
                    number(fields[3]),
                    number(fields[4]),
                    Boolean.parseBoolean(fields[5])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
