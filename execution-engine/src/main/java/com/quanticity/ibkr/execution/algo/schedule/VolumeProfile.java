package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the volume of past days was spread over the times of day, in buckets of equal length. Only what was seen: a window that history
 * does not cover gets no profile, never a guessed one.
 *
 * @param zone in which times of day repeat, the exchange's
 * @param bucket length of a bucket, a divisor of a day
 * @param volumes volume of all days by the begin of the bucket; a bucket without trades is missing
 * @param days number of days it is made of
 */
public record VolumeProfile(ZoneId zone, Duration bucket, Map<LocalTime, BigDecimal> volumes, int days) {

    private static final Duration DAY = Duration.ofDays(1);

    public VolumeProfile {
        if (bucket.compareTo(Duration.ofSeconds(1)) < 0 || DAY.toMillis() % bucket.toMillis() != 0) {
            throw new IllegalArgumentException("a bucket must divide a day evenly, was " + bucket);
        }
        volumes = Map.copyOf(volumes);
    }

    /** What was traded in a bar that lies within one bucket. */
    public record BarVolume(Instant start, BigDecimal volume) {}

    /** Adds up bars of past days. Bars without trades may be missing. */
    public static VolumeProfile of(Collection<BarVolume> bars, ZoneId zone, Duration bucket) {
        Map<LocalTime, BigDecimal> volumes = new TreeMap<>();
        Set<LocalDate> days = new HashSet<>();
        for (BarVolume bar : bars) {
            if (bar.volume().signum() > 0) {
                var local = bar.start().atZone(zone);
                volumes.merge(beginOf(local.toLocalTime(), bucket), bar.volume(), BigDecimal::add);
                days.add(local.toLocalDate());
            }
        }
        return new VolumeProfile(zone, bucket, volumes, days.size());
    }

    /** Why the profile cannot be followed in a window, each reason in a line with what to do; empty when it can. */
    public List<String> lacks(Window window, int fewestDays) {
        if (days < fewestDays) {
            return List.of("the profile has " + days + " days of history and needs " + fewestDays
                    + "; download more bars first or take TWAP");
        }
        Instant begin = window.start();
        while (begin.isBefore(window.end())) {
            LocalTime time = timeOf(begin);
            if (!volumes.containsKey(time)) {
                return List.of("no volume was ever seen in the bucket at " + time + " " + zone
                        + "; choose a window within trading hours");
            }
            begin = nextBucket(begin);
        }
        return List.of();
    }

    /** Share of the window's volume that is usually traded by now, 0 to 1; within a bucket it grows evenly. */
    BigDecimal shareBy(Window window, Instant now) {
        BigDecimal whole = volume(window.start(), window.end());
        return volume(window.start(), now).divide(whole, Lot.WORKING_DECIMALS, RoundingMode.DOWN);
    }

    Instant nextBucket(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return at.plus(bucket).minusNanos(time.toNanoOfDay() % bucket.toNanos());
    }

    private BigDecimal volume(Instant from, Instant to) {
        BigDecimal sum = BigDecimal.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            Instant next = nextBucket(at);
            Instant until = next.isBefore(to) ? next : to;
            long part = Duration.between(at, until).toNanos();
            sum = sum.add(volumes.getOrDefault(timeOf(at), BigDecimal.ZERO).multiply(BigDecimal.valueOf(part)));
            at = next;
        }
        return sum;
    }

    private LocalTime timeOf(Instant at) {
        return beginOf(at.atZone(zone).toLocalTime(), bucket);
    }

    private static LocalTime beginOf(LocalTime time, Duration bucket) {
        return time.minusNanos(time.toNanoOfDay() % bucket.toNanos());
    }
}
