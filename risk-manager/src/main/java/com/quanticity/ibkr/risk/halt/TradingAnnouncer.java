package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Tells everybody the trading state: on each change and every {@link RiskState#REPEAT}, on {@code risk.state} and under
 * {@link RedisKeys#TRADING_STATE}. Announcements never go out in another order than the changes happened. Thread-safe.
 */
final class TradingAnnouncer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TradingAnnouncer.class);
    private static final String SCOPE = "firm";

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Counter failures;
    private final ScheduledExecutorService repeater = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trading-state-repeater").daemon().factory());
    private boolean failing;

    TradingAnnouncer(StreamBus bus, StringRedisTemplate redis, Clock clock, MeterRegistry meters) {
        this.bus = bus;
        this.redis = redis;
        this.clock = clock;
        this.failures = meters.counter(RiskMeter.TRADING_STATE_PUBLISH_FAILED.meterName());
    }

    /** What was last announced, by this process or one before; empty when nothing was or it cannot be read. */
    Optional<RiskState> lastAnnounced() {
        String text = redis.opsForValue().get(key());
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelJson.read(text, RiskState.class));
        } catch (MalformedMessageException e) {
            LOG.error("the announced trading state is ignored, it cannot be read key={} cause={}", key(), e.toString());
            return Optional.empty();
        }
    }

    /** Announces at once and then again and again. */
    void start(Function<Instant, RiskState> current) {
        long period = RiskState.REPEAT.toMillis();
        var _ = repeater.scheduleAtFixedRate(() -> announce(current), 0, period, TimeUnit.MILLISECONDS);
    }

    /** Announces now; false when Redis did not confirm, then the next repetition tries again. */
    synchronized boolean announce(Function<Instant, RiskState> current) {
        RiskState state = current.apply(clock.instant());
        try {
            bus.publish(Topics.RISK_STATE, SCOPE, state);
            redis.opsForValue().set(key(), ModelJson.write(state));
            announced();
            return true;
        } catch (RuntimeException e) { // whatever it was: the repetition must go on
            notAnnounced(e);
            return false;
        }
    }

    @Override
    public void close() {
        repeater.shutdownNow();
    }

    private String key() {
        return bus.prefix() + RedisKeys.TRADING_STATE;
    }

    private void announced() {
        if (failing) {
            LOG.info("trading state is announced again");
            failing = false;
        }
    }

    private void notAnnounced(RuntimeException cause) {
        failures.increment();
        if (!failing) {
            LOG.error("trading state not announced, orders are denied while it is stale cause={}", cause.toString());
            failing = true;
        }
    }
}
