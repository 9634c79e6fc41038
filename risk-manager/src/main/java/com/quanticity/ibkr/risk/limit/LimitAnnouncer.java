package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Tells everybody the limits: on each change and every {@link Limits#REPEAT}, on {@code risk.limits} and under {@link RedisKeys#LIMITS}.
 * Thread-safe.
 */
final class LimitAnnouncer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LimitAnnouncer.class);

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final Counter failures;
    private final ScheduledExecutorService repeater = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("limit-repeater").daemon().factory());
    private @Nullable Supplier<Optional<Limits>> limits;
    private boolean failing;

    LimitAnnouncer(StreamBus bus, StringRedisTemplate redis, MeterRegistry meters) {
        this.bus = bus;
        this.redis = redis;
        this.failures = meters.counter(RiskMeter.LIMITS_PUBLISH_FAILED.meterName());
    }

    /** Announces at once and then again and again. */
    void start(Supplier<Optional<Limits>> current) {
        synchronized (this) {
            limits = current;
        }
        var _ = repeater.scheduleAtFixedRate(this::announce, 0, Limits.REPEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Announces now; when Redis does not confirm, the next repetition tries again. */
    synchronized void announce() {
        Supplier<Optional<Limits>> current = limits;
        if (current == null) {
            return;
        }
        try {
            current.get().ifPresent(this::publish);
            if (failing) {
                LOG.info("limits are announced again");
            }
            failing = false;
        } catch (RuntimeException e) { // whatever it was: the repetition must go on
            failures.increment();
            if (!failing) {
                LOG.error("limits not announced, orders are denied while they are stale cause={}", e.toString());
            }
            failing = true;
        }
    }

    private void publish(Limits now) {
        bus.publish(Topics.RISK_LIMITS, "firm", now);
        redis.opsForValue().set(bus.prefix() + RedisKeys.LIMITS, ModelJson.write(now));
    }

    @Override
    public void close() {
        repeater.shutdownNow();
    }
}
