package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.recording.RecordingException;
import com.quanticity.ibkr.simulator.recording.RecordingFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where the market of a simulator comes from. */
public sealed interface MarketSource {

    /** A made-up market of ten US symbols; the same seed makes the same market. */
    record Generated(long seed) implements MarketSource {}

    /**
     * Recorded quotes and trades, played from the first market-data subscription on.
     *
     * @param folder holds {@code quotes/} and {@code trades/}
     * @param date New York trading date, null for the earliest in the folder
     * @param from New York time of day; the last state before it is the initial one
     * @param speed market seconds in one real second, above zero; infinite for as fast as clients take it
     * @param waitsForClients whether the market pauses while a client leaves a megabyte unread; always at infinite speed
     * @param isHeld whether it waits for {@link GatewaySimulator#play()} instead of the first subscription
     */
    record Recorded(
            Path folder,
            @Nullable LocalDate date,
            LocalTime from,
            double speed,
            boolean waitsForClients,
            boolean isHeld)
            implements MarketSource {

        /** The start of regular trading. */
        public static final LocalTime OPENING = LocalTime.of(9, 30);

        public Recorded {
            if (!(speed > 0)) {
                throw new IllegalArgumentException("speed must be above zero, not " + speed);
            }
            waitsForClients |= Double.isInfinite(speed);
        }

        /** From the first subscription on, whether clients keep up or not. */
        public Recorded(Path folder, @Nullable LocalDate date, LocalTime from, double speed) {
            this(folder, date, from, speed, false, false);
        }

        /** The earliest day in the folder, from the opening on, at real speed. */
        public static Recorded of(Path folder) {
            return new Recorded(folder, null, OPENING, 1);
        }

        /** The same on another day. */
        public Recorded on(LocalDate other) {
            return new Recorded(folder, other, from, speed, waitsForClients, isHeld);
        }

        /** The same from another time of day on. */
        public Recorded startingAt(LocalTime other) {
            return new Recorded(folder, date, other, speed, waitsForClients, isHeld);
        }

        /** The same at another speed. */
        public Recorded atSpeed(double other) {
            return new Recorded(folder, date, from, other, waitsForClients, isHeld);
        }

        /** The same as fast as clients take it: every event is told, none is lost. */
        public Recorded flatOut() {
            return atSpeed(Double.POSITIVE_INFINITY);
        }

        /** The same with a market that waits for its clients. */
        public Recorded waitingForClients() {
            return new Recorded(folder, date, from, speed, true, isHeld);
        }

        /**
         * Where it starts.
         *
         * @throws RecordingException when the folder has no such day
         */
        Instant begin() {
            LocalDate day = date == null ? RecordingFolder.open(folder, null).date() : date;
            return day.atTime(from).atZone(ZoneId.of("America/New_York")).toInstant();
        }

        /** The same, waiting for {@link GatewaySimulator#play()}. */
        public Recorded held() {
            return new Recorded(folder, date, from, speed, waitsForClients, true);
        }
    }
}
