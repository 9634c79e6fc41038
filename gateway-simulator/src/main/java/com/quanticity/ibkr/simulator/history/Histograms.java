package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import com.quanticity.ibkr.simulator.past.Series;
import com.quanticity.ibkr.simulator.past.Step;
import com.quanticity.ibkr.simulator.past.Units;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much was traded at which price. */
final class Histograms {

    private static final Pattern PERIOD =
            Pattern.compile("(\\d{1,4}) ?(second|minute|hour|day|week|month|year|S|D|W|M|Y)s?");

    private Histograms() {}

    /** Reads {@code 3 days}, {@code 1 week} or {@code 3 D}. */
    static Optional<BarSpan> parse(String period) {
        Matcher given = PERIOD.matcher(period.strip());
        if (!given.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(given.group(1));
        return switch (given.group(2)) {
            case "second", "S" -> BarSpan.parse(amount + " S");
            case "minute" -> BarSpan.parse(amount * 60 + " S");
            case "hour" -> BarSpan.parse(amount * 3_600 + " S");
            case "day", "D" -> BarSpan.parse(amount + " D");
            case "week", "W" -> BarSpan.parse(amount + " W");
            case "month", "M" -> BarSpan.parse(amount + " M");
            default -> BarSpan.parse(amount + " Y");
        };
    }

    /** The volume of each minute counts at its average price; months and years count whole days. */
    static Event answer(int requestId, InstrumentHistory history, BarSpan span, boolean regularHours, Instant now) {
        Map<Long, Long> sizes = new TreeMap<>();
        long end = now.getEpochSecond() + 1;
        long tick = history.instrument().tick();
        boolean isLong = span.unit() == BarSpan.Unit.M || span.unit() == BarSpan.Unit.Y;
        history.bars(
                Series.TRADES,
                isLong ? Step.DAY : Step.MINUTE,
                span.from(history, end, regularHours),
                end,
                regularHours,
                bar -> sizes.merge(Units.of(Units.toDouble(bar.averageUnits()), tick), bar.volume(), Long::sum));
        List<Fields> points = sizes.entrySet().stream()
                .map(point -> new Fields()
                        .put("price", Units.toDecimal(point.getKey()))
                        .put("size", point.getValue()))
                .toList();
        return Event.of("HISTOGRAM_DATA").with("reqId", requestId).withGroup("points", points);
    }
}
