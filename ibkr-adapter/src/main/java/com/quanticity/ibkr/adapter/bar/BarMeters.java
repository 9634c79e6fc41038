package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.AdapterMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted of the bars of one symbol. */
record BarMeters(Counter expected, Counter received, Counter backFilled, Counter repeated, Counter busted) {

    static BarMeters of(MeterRegistry registry, String symbol) {
        return new BarMeters(
                counter(registry, AdapterMeter.BARS_EXPECTED, symbol),
                counter(registry, AdapterMeter.BARS_RECEIVED, symbol),
                counter(registry, AdapterMeter.BARS_BACK_FILLED, symbol),
                counter(registry, AdapterMeter.BARS_REPEATED, symbol),
                counter(registry, AdapterMeter.BARS_BUSTED, symbol));
    }

    private static Counter counter(MeterRegistry registry, AdapterMeter meter, String symbol) {
        return registry.counter(meter.meterName(), "symbol", symbol);
    }
}
