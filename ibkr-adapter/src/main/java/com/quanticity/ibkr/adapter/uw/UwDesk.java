package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.market.UwPrice;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.StreamHandler;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes outside prices, compares, stores, counts and alarms. A price waits until level 1 of its time is here; one that is delivered twice
 * counts once. Called on the subscription's thread.
 */
final class UwDesk implements StreamHandler<UwPrice> {

    private final ReferenceTape tape;
    private final Runnable followLevel1;
    private final UwTable table;
    private final AdapterAlarms alarms;
    private final UwProperties rules;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, DeviationWatch> watches = new HashMap<>();

    /** @param followLevel1 called before the prices are compared, every time */
    UwDesk(
            ReferenceTape tape,
            Runnable followLevel1,
            UwTable table,
            AdapterAlarms alarms,
            UwProperties rules,
            MeterRegistry meters,
            Clock clock) {
        this.tape = tape;
        this.followLevel1 = followLevel1;
        this.table = table;
        this.alarms = alarms;
        this.rules = rules;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void handle(List<Envelope<UwPrice>> messages) throws InterruptedException {
        followLevel1.run();
        settle(messages.getLast().at());
        Instant now = clock.instant();
        List<Comparison> comparisons = messages.stream()
                .map(message -> Comparison.of(message.data(), tape, rules, now))
                .toList();
        table.store(comparisons).forEach(this::account);
    }

    private void settle(Instant publishedAt) throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), publishedAt.plus(rules.settle()));
        if (wait.isPositive()) {
            Thread.sleep(wait.compareTo(rules.settle()) < 0 ? wait : rules.settle());
        }
    }

    private void account(Comparison comparison) {
        meters.counter(
                        AdapterMeter.UW_PRICES.meterName(),
                        "verdict",
                        comparison.verdict().name())
                .increment();
        BigDecimal deviation = comparison.deviation();
        if (deviation == null) {
            return;
        }
        String symbol = comparison.price().symbol();
        DistributionSummary.builder(AdapterMeter.UW_DEVIATION.meterName())
                .tag("symbol", symbol)
                .publishPercentileHistogram()
                .minimumExpectedValue(0.1)
                .maximumExpectedValue(1_000.0)
                .register(meters)
                .record(deviation.abs().doubleValue());
        watch(symbol, deviation, comparison);
    }

    private void watch(String symbol, BigDecimal deviation, Comparison comparison) {
        DeviationWatch watch = watches.computeIfAbsent(symbol, _ -> new DeviationWatch(rules));
        switch (watch.on(deviation, comparison.comparedAt())) {
            case RAISED ->
                alarms.raise(
                        AlarmKind.UW_DEVIATION,
                        symbol,
                        symbol + " is " + deviation.toPlainString() + " bp off: outside "
                                + comparison.price().price().toPlainString() + ", level 1 " + comparison.reference());
            case CLEARED ->
                alarms.clear(
                        AlarmKind.UW_DEVIATION, symbol, symbol + " is " + deviation.toPlainString() + " bp off again");
            case NONE -> {}
        }
    }
}
