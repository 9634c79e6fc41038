package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.model.stream.StreamName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How long the oldest message of each stream waits, as gauge and as health. It asks the table and not the publishers, so that one that
 * stands still shows. While the table does not answer the age is not a number and the health unknown. Thread-safe.
 */
final class OutboxAge implements HealthIndicator {

    /** A publisher tries at least every five seconds; beyond twice that, messages do not leave. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final OutboxStore store;
    private final Collection<StreamName> streams;
    private final Clock clock;
    private final Map<StreamName, Optional<Instant>> oldest = new ConcurrentHashMap<>();

    OutboxAge(OutboxStore store, Collection<StreamName> streams, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.streams = streams;
        this.clock = clock;
        for (StreamName stream : streams) {
            Gauge.builder(ExecutionMeter.OUTBOX_AGE.meterName(), this, age -> age.seconds(stream))
                    .tag("stream", stream.text())
                    .register(meters);
        }
    }

    void refresh() {
        try {
            streams.forEach(stream -> oldest.put(stream, store.oldestUnsent(stream)));
        } catch (RuntimeException e) {
            oldest.clear();
            throw e;
        }
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (StreamName stream : streams) {
            double seconds = seconds(stream);
            if (Double.isNaN(seconds)) {
                return Health.unknown()
                        .withDetail("reason", "the outbox cannot be read")
                        .build();
            }
            if (seconds > LONGEST.toSeconds()) {
                health.down();
            }
            health.withDetail(stream.text(), "oldest message waits " + seconds + " s");
        }
        return health.build();
    }

    private double seconds(StreamName stream) {
        Optional<Instant> since = oldest.get(stream);
        if (since == null) {
            return Double.NaN;
        }
        return since.map(time -> Duration.between(time, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
