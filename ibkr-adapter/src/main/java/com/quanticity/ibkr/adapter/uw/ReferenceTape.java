package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.model.market.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The references of the last minutes by symbol and the time our reader took them. Only changes are kept, with the time each was last
 * confirmed by a quote. Thread-safe.
 */
final class ReferenceTape {

    /** Enough for two minutes of eighty changes a second; beyond it the oldest go. */
    private static final int MOST_CHANGES = 10_000;

    private final Duration keep;
    private final Map<String, TreeMap<Instant, Stretch>> symbols = new HashMap<>();

    ReferenceTape(Duration keep) {
        this.keep = keep;
    }

    /**
     * A reference that stood for some time.
     *
     * @param from when it came
     * @param seen when a quote said so last
     */
    record Stretch(Reference reference, Instant from, Instant seen) {}

    /** What is known of a moment. */
    sealed interface Found {

        record At(Stretch stretch) implements Found {}

        /** Nothing was ever heard of the symbol. */
        record Nothing() implements Found {}

        /** It lies before what is kept. */
        record Before() implements Found {}
    }

    synchronized void onQuote(Quote quote) {
        TreeMap<Instant, Stretch> tape = symbols.computeIfAbsent(quote.symbol(), _ -> new TreeMap<>());
        Reference reference = Reference.of(quote);
        Instant at = quote.receivedAt();
        Map.Entry<Instant, Stretch> last = tape.lastEntry();
        if (last != null && last.getValue().reference().equals(reference)) {
            Stretch before = last.getValue();
            tape.put(
                    last.getKey(),
                    new Stretch(reference, before.from(), at.isAfter(before.seen()) ? at : before.seen()));
        } else {
            tape.put(at, new Stretch(reference, at, at));
        }
        while (tape.size() > MOST_CHANGES
                || (tape.size() > 1 && tape.firstEntry().getValue().seen().isBefore(at.minus(keep)))) {
            tape.pollFirstEntry();
        }
    }

    synchronized Found at(String symbol, Instant moment) {
        TreeMap<Instant, Stretch> tape = symbols.get(symbol);
        if (tape == null || tape.isEmpty()) {
            return new Found.Nothing();
        }
        Map.Entry<Instant, Stretch> stretch = tape.floorEntry(moment);
        return stretch == null ? new Found.Before() : new Found.At(stretch.getValue());
    }
}
