package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The recorded trades and quotes of one symbol's day, read as a whole. */
public final class RecordedTicks {

    private RecordedTicks() {}

    /** The trades before a moment, in time order; empty when there is no file. */
    public static List<MarketEvent> trades(Path folder, String symbol, LocalDate date, long beforeNanos) {
        Path file = folder.resolve("trades").resolve(name(symbol, date, ""));
        return Files.isRegularFile(file) ? read(new TradeFile(symbol, file), beforeNanos) : List.of();
    }

    /** The quotes before a moment, in time order; empty when there is no file. */
    public static List<MarketEvent> quotes(Path folder, String symbol, LocalDate date, long beforeNanos) {
        Path ticks = folder.resolve("quotes").resolve(name(symbol, date, ""));
        Path seconds = folder.resolve("quotes").resolve(name(symbol, date, "-1s"));
        Path file = Files.isRegularFile(ticks) ? ticks : seconds;
        return Files.isRegularFile(file) ? read(new QuoteFile(symbol, file), beforeNanos) : List.of();
    }

    private static String name(String symbol, LocalDate date, String kind) {
        return symbol + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + kind + ".csv.gz";
    }

    private static List<MarketEvent> read(EventFile file, long beforeNanos) {
        List<MarketEvent> events = new ArrayList<>();
        try (file) {
            for (MarketEvent event = file.next();
                    event != null && event.timeNanos() < beforeNanos;
                    event = file.next()) {
                events.add(event);
            }
        }
        return events;
    }
}
