package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** The recorded trades and quotes of one symbol's day. */
public final class RecordedTicks {

    private RecordedTicks() {}

    /** Reads the trades before a moment, in time order; none when there is no file. */
    public static void trades(
            Path folder, String symbol, LocalDate date, long beforeNanos, Consumer<MarketEvent> sink) {
        Path file = folder.resolve("trades").resolve(name(symbol, date, ""));
        if (Files.isRegularFile(file)) {
            read(new TradeFile(symbol, file), beforeNanos, sink);
        }
    }

    /** Reads the quotes before a moment, in time order; none when there is no file. */
    public static void quotes(
            Path folder, String symbol, LocalDate date, long beforeNanos, Consumer<MarketEvent> sink) {
        Path ticks = folder.resolve("quotes").resolve(name(symbol, date, ""));
        Path seconds = folder.resolve("quotes").resolve(name(symbol, date, "-1s"));
        Path file = Files.isRegularFile(ticks) ? ticks : seconds;
        if (Files.isRegularFile(file)) {
            read(new QuoteFile(symbol, file), beforeNanos, sink);
        }
    }

    private static String name(String symbol, LocalDate date, String kind) {
        return symbol + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + kind + ".csv.gz";
    }

    private static void read(EventFile file, long beforeNanos, Consumer<MarketEvent> sink) {
        try (file) {
            for (MarketEvent event = file.next();
                    event != null && event.timeNanos() < beforeNanos;
                    event = file.next()) {
                sink.accept(event);
            }
        }
    }
}
