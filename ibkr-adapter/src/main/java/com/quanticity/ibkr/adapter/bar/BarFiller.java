package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.bar.BarLedger.Hole;
import com.quanticity.ibkr.adapter.bar.BarLedger.Mark;
import com.quanticity.ibkr.adapter.marketdata.StreamTeller;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of holes, has them filled from history, and raises the alarm when history does not. A slot for which history has no bar although
 * it has a later one, or although it is ten minutes old, had no trade. Everything under the desk's monitor; answers come on any
 * thread and take it.
 */
final class BarFiller {

    private static final Logger LOG = LoggerFactory.getLogger(BarFiller.class);

    /** Bars of five seconds come for an hour in one request. Source: broker's documentation, historical bars. */
    private static final long MOST_SLOTS = Slots.PER_HOUR;

    /** History that answers at all has what is older than this. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final BarHistory history;
    private final AdapterAlarms alarms;
    private final BarProperties settings;
    private final Clock clock;

    BarFiller(BarHistory history, AdapterAlarms alarms, BarProperties settings, Clock clock) {
        this.history = history;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Looks at one symbol.
     *
     * @param due bars before this slot should have come
     * @param monitor of the line
     * @param fill takes the bars that history gives
     */
    void check(BarLine line, Instant now, long due, boolean mayAsk, Object monitor, Consumer<List<Bar>> fill) {
        List<Hole> holes = holes(line, now, due);
        line.gap().onHoles(holes);
        if (holes.isEmpty()) {
            onComplete(line);
            return;
        }
        tell(line, holes);
        Contract contract = line.contract();
        if (mayAsk && contract != null && line.gap().mayAsk(now)) {
            ask(line, contract, range(holes), monitor, fill);
        }
    }

    void onUnwanted(String symbol) {
        alarms.clear(AlarmKind.BARS_MISSING, symbol, "not wanted any more");
    }

    private List<Hole> holes(BarLine line, Instant now, long due) {
        Instant oldest = now.minus(settings.fillWithin());
        Instant from = oldest.isAfter(line.countedFrom()) ? oldest : line.countedFrom();
        return line.ledger().missing(Slots.from(from), due);
    }

    private static Hole range(List<Hole> holes) {
        long from = holes.getFirst().from();
        return new Hole(from, Math.min(holes.getLast().to(), from + MOST_SLOTS));
    }

    private void tell(BarLine line, List<Hole> holes) {
        StreamTeller teller = line.teller();
        if (line.gap().toldFrom() == null && teller != null) {
            Instant from = Slots.start(holes.getFirst().from());
            line.gap().onTold(from);
            teller.tellHole(from, line.gap().missing() + " bars are missing; history is asked for them");
            LOG.warn(
                    "bars missing symbol={} count={} from={}",
                    line.symbol(),
                    line.gap().missing(),
                    from);
        }
    }

    private void onComplete(BarLine line) {
        StreamTeller teller = line.teller();
        Instant from = line.gap().toldFrom();
        if (from != null && teller != null) {
            line.gap().onTold(null);
            teller.tellHoleClosed(from, "no bar is missing that history could give");
            LOG.info("bars complete symbol={} from={}", line.symbol(), from);
        }
        alarms.clear(AlarmKind.BARS_MISSING, line.symbol(), "no bar is missing that history could give");
    }

    private void ask(BarLine line, Contract contract, Hole range, Object monitor, Consumer<List<Bar>> fill) {
        line.gap().onAsked();
        history.ask(contract, Slots.start(range.from()), Slots.start(range.to()))
                .exceptionally(failure -> new BarHistory.Answer.Failed(failure.toString(), List.of()))
                .thenAccept(answer -> {
                    synchronized (monitor) {
                        onAnswer(line, range, answer, fill);
                    }
                });
    }

    private void onAnswer(BarLine line, Hole range, BarHistory.Answer answer, Consumer<List<Bar>> fill) {
        switch (answer) {
            case BarHistory.Answer.Given(List<Bar> bars) -> onGiven(line, range, bars, fill);
            case BarHistory.Answer.Failed(String reason, List<Bar> bars) -> {
                fill.accept(bars);
                onNotFilled(line, reason);
            }
        }
    }

    private void onGiven(BarLine line, Hole range, List<Bar> bars, Consumer<List<Bar>> fill) {
        Instant now = clock.instant();
        fill.accept(bars);
        long reached =
                bars.stream().mapToLong(bar -> Slots.of(bar.start())).max().orElse(Long.MIN_VALUE);
        long settled = Math.max(reached, Slots.of(now.minus(SETTLED)));
        for (long slot = range.from(); slot < Math.min(range.to(), settled); slot++) {
            if (line.ledger().isMissing(slot)) {
                line.ledger().mark(slot, Mark.EMPTY);
            }
        }
        long left = line.ledger().missing(range.from(), range.to()).stream()
                .mapToLong(Hole::bars)
                .sum();
        if (left == 0) {
            line.gap().onFilled(bars.size() + " bars given", now.plus(settings.fillEvery()));
        } else {
            onNotFilled(line, left + " of " + range.bars() + " bars are not in the broker's history yet");
        }
    }

    private void onNotFilled(BarLine line, String reason) {
        line.gap().onNotFilled(reason, settings.fillEvery(), clock.instant());
        LOG.info(
                "missing bars not filled symbol={} reason={} nextAt={}",
                line.symbol(),
                reason,
                line.gap().notBefore());
        if (line.gap().failures() >= settings.attempts()) {
            alarms.raise(
                    AlarmKind.BARS_MISSING,
                    line.symbol(),
                    line.gap().missing() + " bars from " + line.gap().toldFrom() + " on: " + reason);
        }
    }
}
