package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What indices and futures follow: a symbol of the feed, and how many times its price they are worth. */
public final class Anchors {

    /** Yearly difference between a future and what it delivers. */
    private static final double CARRY = 0.03;

    private static final double SECONDS_OF_YEAR = Duration.ofDays(365).toSeconds();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Map<String, Anchor> ALL = Map.of(
            "SPX", new Anchor("SPY", 10.03),
            "ES", new Anchor("SPY", 10.03),
            "MES", new Anchor("SPY", 10.03),
            "NDX", new Anchor("QQQ", 41.2),
            "NQ", new Anchor("QQQ", 41.2),
            "CL", new Anchor("XOM", 0.55),
            "GC", new Anchor("IWM", 16.9),
            "VIX", new Anchor("NVDA", 0.09));

    private static final Anchor STOCKS = new Anchor("SPY", 1);

    private Anchors() {}

    /**
     * What is followed.
     *
     * @param symbol of the feed
     * @param factor times its price
     */
    public record Anchor(String symbol, double factor) {}

    /** Empty for anything but a bond, an index or a future that has one. */
    public static Optional<Anchor> of(ListedContract contract) {
        return switch (contract.secType()) {
            case "IND", "FUT", "CONTFUT" -> Optional.ofNullable(ALL.get(contract.symbol()));
            case "BOND" -> Optional.of(STOCKS);
            default -> Optional.empty();
        };
    }

    /** What the time until delivery adds, as a factor. */
    public static double carry(ListedContract contract, Instant now) {
        Derivation derivation = contract.derivation();
        return derivation == null ? 1 : 1 + CARRY * Math.max(0, years(derivation.expiry(), now));
    }

    /** Years of 365 days until four in the afternoon of a day in New York; below zero after it. */
    static double years(LocalDate expiry, Instant now) {
        Instant end = expiry.atTime(16, 0).atZone(NEW_YORK).toInstant();
        return Duration.between(now, end).toMillis() / 1000.0 / SECONDS_OF_YEAR;
    }
}
