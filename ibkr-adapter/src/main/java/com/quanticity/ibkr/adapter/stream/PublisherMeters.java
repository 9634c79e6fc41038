package com.quanticity.ibkr.adapter.stream;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.stream.StreamName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** What a publisher counts. Quotes have names of their own, all other streams share names and differ by the tag {@code stream}. */
record PublisherMeters(Counter made, Counter published, Counter dropped, Timer latency) {

    static PublisherMeters of(MeterRegistry registry, StreamName stream, ItemBuffer<?> buffer) {
        if (stream == StreamName.MARKET_QUOTE) {
            registry.gauge(AdapterMeter.QUOTES_WAITING.meterName(), buffer, ItemBuffer::size);
            return new PublisherMeters(
                    registry.counter(AdapterMeter.QUOTES.meterName()),
                    registry.counter(AdapterMeter.QUOTES_PUBLISHED.meterName()),
                    registry.counter(AdapterMeter.QUOTES_DROPPED.meterName()),
                    registry.timer(AdapterMeter.QUOTE_LATENCY.meterName()));
        }
        Tags tags = Tags.of("stream", stream.text());
        registry.gauge(AdapterMeter.ITEMS_WAITING.meterName(), tags, buffer, ItemBuffer::size);
        return new PublisherMeters(
                registry.counter(AdapterMeter.ITEMS.meterName(), tags),
                registry.counter(AdapterMeter.ITEMS_PUBLISHED.meterName(), tags),
                registry.counter(AdapterMeter.ITEMS_DROPPED.meterName(), tags),
                registry.timer(AdapterMeter.ITEM_LATENCY.meterName(), tags));
    }
}
