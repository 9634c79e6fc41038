package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Comparison with the outside feed; {@code ibkr.adapter.uw.enabled=false} leaves it out. */
@Configuration(proxyBeanMethods = false)
class UwConfiguration {

    /** Name of the consumer group on {@code uw.price}. */
    static final String GROUP = "ibkr-adapter-uw";

    private static final int BATCH = 200;

    @Bean
    UwTable uwTable(JdbcTemplate database) {
        return new UwTable(database);
    }

    /** Comparing with yesterday's level 1 means nothing, so a new group starts with what comes from now on. */
    @Bean
    @ConditionalOnProperty(name = "ibkr.adapter.uw.enabled", havingValue = "true", matchIfMissing = true)
    StartStop uwLifecycle(
            StreamBus bus,
            UwTable table,
            AdapterAlarms alarms,
            AdapterProperties adapter,
            MeterRegistry meters,
            Clock clock) {
        UwProperties properties = adapter.uw();
        ReferenceTape tape = new ReferenceTape(properties.keep());
        Level1Follower level1 = new Level1Follower(bus, tape);
        UwDesk desk = new UwDesk(tape, level1::follow, table, alarms, properties, meters, clock);
        ConsumerGroup group = ConsumerGroup.of(GROUP)
                .withBatchSize(BATCH)
                .startingAt(ConsumerGroup.StartAt.NEWEST)
                .retryingForEver();
        AtomicReference<StreamSubscription> subscription = new AtomicReference<>();
        return new StartStop(Step.LISTEN, () -> subscription.set(bus.consume(Topics.UW_PRICE, group, desk)), () -> {
            subscription.get().close();
            level1.close();
        });
    }
}
