package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The history writer; {@code ibkr.adapter.history.enabled=false} leaves it to another process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ibkr.adapter.history.enabled", havingValue = "true", matchIfMissing = true)
class HistoryConfiguration {

    /** Name of the consumer group on {@code market.quote} and {@code session.event}. */
    static final String GROUP = "ibkr-adapter-history";

    @Bean
    QuoteHistory quoteHistory(DataSource database, MeterRegistry meters) {
        return new QuoteHistory(database, meters);
    }

    @Bean
    StartStop historyLifecycle(StreamBus bus, QuoteHistory history, AdapterProperties properties) {
        ConsumerGroup group = ConsumerGroup.of(GROUP)
                .withBatchSize(properties.history().batchEntries())
                .retryingForEver();
        AtomicReference<StreamSubscription> subscription = new AtomicReference<>();
        return new StartStop(
                Step.LISTEN,
                () -> subscription.set(bus.consume(Topics.MARKET_QUOTE, group, history)),
                () -> subscription.get().close());
    }

    @Bean
    SessionHistory sessionHistory(JdbcTemplate database) {
        return new SessionHistory(database);
    }

    @Bean
    StartStop sessionHistoryLifecycle(StreamBus bus, SessionHistory history) {
        ConsumerGroup group = ConsumerGroup.of(GROUP).retryingForEver();
        AtomicReference<StreamSubscription> subscription = new AtomicReference<>();
        return new StartStop(
                Step.LISTEN,
                () -> subscription.set(bus.consume(Topics.SESSION_EVENT, group, history)),
                () -> subscription.get().close());
    }
}
