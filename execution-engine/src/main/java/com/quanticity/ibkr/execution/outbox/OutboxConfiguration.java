package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands and ledger events leave through publishers of their own, so that a cancel never waits behind a burst of snapshots. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    private static final Duration AGE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration FORGET_INTERVAL = Duration.ofHours(1);

    private final Map<StreamName, WakeUp> wakeUps =
            Map.of(StreamName.ORDER_COMMAND, new WakeUp(), StreamName.EXECUTION_EVENT, new WakeUp());

    @Bean
    OutboxStore outboxStore(JdbcClient jdbc) {
        return new OutboxStore(jdbc);
    }

    @Bean
    Outbox outbox(OutboxStore store, Clock clock) {
        return new Outbox(store, wakeUps, clock);
    }

    @Bean
    OutboxThreads outboxThreads(
            OutboxStore store,
            StreamBus bus,
            StringRedisTemplate redis,
            ExpiredMessages expired,
            ExecutionProperties properties,
            Clock clock,
            MeterRegistry meters) {
        Publishers publishers = new Publishers(
                store, bus, new StreamLookup(redis, bus.prefix()), expired, properties, clock, meters, wakeUps);
        return new OutboxThreads(List.of(publishers.of(Topics.ORDER_COMMAND), publishers.of(Topics.EXECUTION_EVENT)));
    }

    /** Its name is the component's name in the health group. */
    @Bean
    OutboxAge outboxHealthIndicator(OutboxStore store, Clock clock, MeterRegistry meters) {
        return new OutboxAge(store, wakeUps.keySet(), clock, meters);
    }

    @Bean
    Upkeep outboxAgeUpkeep(OutboxAge age) {
        return new Upkeep("outbox-age", AGE_INTERVAL, age::refresh);
    }

    @Bean
    Upkeep outboxUpkeep(OutboxStore store, ExecutionProperties properties, Clock clock) {
        return new Upkeep(
                "outbox",
                FORGET_INTERVAL,
                () -> store.forgetEndedBefore(clock.instant().minus(properties.retention())));
    }

    private record Publishers(
            OutboxStore store,
            StreamBus bus,
            StreamLookup lookup,
            ExpiredMessages expired,
            ExecutionProperties properties,
            Clock clock,
            MeterRegistry meters,
            Map<StreamName, WakeUp> wakeUps) {

        <T> OutboxPublisher<T> of(Topic<T> topic) {
            WakeUp wakeUp = wakeUps.getOrDefault(topic.name(), new WakeUp());
            return new OutboxPublisher<>(store, bus, lookup, topic, wakeUp, expired, properties, clock, meters);
        }
    }
}
