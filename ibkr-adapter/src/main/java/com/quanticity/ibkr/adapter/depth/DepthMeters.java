package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What depth counts. Thread-safe. */
final class DepthMeters {

    private final MeterRegistry registry;
    private final Counter rows;
    private final Counter resets;
    private final Counter broken;
    private final Timer release;
    private final Timer budgetWait;
    private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();

    DepthMeters(MeterRegistry registry) {
        this.registry = registry;
        this.rows = registry.counter(AdapterMeter.DEPTH_ROWS.meterName());
        this.resets = registry.counter(AdapterMeter.DEPTH_RESETS.meterName());
        this.broken = registry.counter(AdapterMeter.DEPTH_BOOKS_BROKEN.meterName());
        this.release = registry.timer(AdapterMeter.DEPTH_RELEASE.meterName());
        this.budgetWait = registry.timer(AdapterMeter.DEPTH_BUDGET_WAIT.meterName());
    }

    /** A symbol's gauge exists from its first request on. */
    void active(String symbol, boolean isActive) {
        active.computeIfAbsent(symbol, this::gauge).set(isActive ? 1 : 0);
    }

    private AtomicInteger gauge(String symbol) {
        AtomicInteger value = new AtomicInteger();
        Gauge.builder(AdapterMeter.DEPTH_ACTIVE.meterName(), value, AtomicInteger::get)
                .tag("symbol", symbol)
                .register(registry);
        return value;
    }

    /** Time left of the turn in a slot, NaN when it has no end. */
    void timeLeft(int slot, java.util.function.DoubleSupplier seconds) {
        Gauge.builder(AdapterMeter.DEPTH_TURN_LEFT.meterName(), seconds::getAsDouble)
                .tag("slot", Integer.toString(slot))
                .register(registry);
    }

    void row() {
        rows.increment();
    }

    void reset() {
        resets.increment();
    }

    void broke() {
        broken.increment();
    }

    void ended(Turn turn) {
        registry.counter(
                        AdapterMeter.DEPTH_TURNS.meterName(),
                        "end",
                        turn.end().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void released(Duration took) {
        release.record(took);
    }

    void waited(Duration forBudget) {
        budgetWait.record(forBudget);
    }
}
