package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import java.time.Duration;
import java.util.Set;

/**
 * How the market behaves and how it is shown.
 *
 * @param volumeInLots whether day volumes of US stocks travel in hundreds, as a gateway sends them unless it is set
 *     otherwise. Source: tws-wire ticks.md, section 6
 * @param hours whether the made-up market rests when the real one does
 * @param conflation whether level 1 merges changes that follow each other quickly
 * @param entitlements what the user has not subscribed to
 * @param delay how much later delayed data comes
 * @param hardToBorrow symbols of which no shares can be shorted
 * @param volatilityHalts whether the stocks of the made-up market run into their price bands now and then and pause
 */
public record MarketOptions(
        boolean volumeInLots,
        Hours hours,
        Conflation conflation,
        Entitlements entitlements,
        Duration delay,
        Set<String> hardToBorrow,
        boolean volatilityHalts) {

    public MarketOptions {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay of delayed data cannot be negative, not " + delay);
        }
        hardToBorrow = Set.copyOf(hardToBorrow);
    }

    /** When the made-up market trades. */
    public enum Hours {
        /** Everything is in its regular hours at any time. */
        ALWAYS,
        /** Sessions, holidays and auctions as in New York. */
        REAL
    }

    /** Whether level 1 shows every change. */
    public enum Conflation {
        /** Merged for the made-up market, every row for a recording. */
        AUTO,
        /** 250 ms for stocks, futures and indices, 100 ms for options, 5 ms for currencies. Source: behaviour.md. */
        ON,
        /** Every change. */
        OFF
    }

    /** Volumes in lots, always open, a made-up market merged and a recording not, everything subscribed, no halts. */
    public static MarketOptions defaults() {
        return new MarketOptions(
                true,
                Hours.ALWAYS,
                Conflation.AUTO,
                Entitlements.everything(),
                Duration.ofMinutes(15),
                Set.of(),
                false);
    }

    public MarketOptions withVolumeInLots(boolean other) {
        return new MarketOptions(other, hours, conflation, entitlements, delay, hardToBorrow, volatilityHalts);
    }

    public MarketOptions withHours(Hours other) {
        return new MarketOptions(volumeInLots, other, conflation, entitlements, delay, hardToBorrow, volatilityHalts);
    }

    public MarketOptions withConflation(Conflation other) {
        return new MarketOptions(volumeInLots, hours, other, entitlements, delay, hardToBorrow, volatilityHalts);
    }

    public MarketOptions withEntitlements(Entitlements other) {
        return new MarketOptions(volumeInLots, hours, conflation, other, delay, hardToBorrow, volatilityHalts);
    }

    public MarketOptions withDelay(Duration other) {
        return new MarketOptions(volumeInLots, hours, conflation, entitlements, other, hardToBorrow, volatilityHalts);
    }

    public MarketOptions withHardToBorrow(Set<String> other) {
        return new MarketOptions(volumeInLots, hours, conflation, entitlements, delay, other, volatilityHalts);
    }

    public MarketOptions withVolatilityHalts(boolean other) {
        return new MarketOptions(volumeInLots, hours, conflation, entitlements, delay, hardToBorrow, other);
    }

    /** The calendar of these hours. */
    public TradingCalendar calendar() {
        return hours == Hours.REAL ? TradingCalendar.real() : TradingCalendar.alwaysOpen();
    }

    /** The same with the choice made that {@link Conflation#AUTO} leaves open. */
    public MarketOptions decidedFor(boolean isRecording) {
        return conflation == Conflation.AUTO ? withConflation(isRecording ? Conflation.OFF : Conflation.ON) : this;
    }
}
