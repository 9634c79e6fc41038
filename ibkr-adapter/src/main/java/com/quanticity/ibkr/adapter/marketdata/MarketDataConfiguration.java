package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Ticks to quotes to Redis. */
@Configuration(proxyBeanMethods = false)
class MarketDataConfiguration {

    @Bean
    ExchangeNames exchangeNames(GatewaySession session, Clock clock) {
        return new ExchangeNames(session, clock);
    }

    @Bean
    LatestQuotes latestQuotes(StringRedisTemplate redis, StreamBus bus, ExchangeNames exchanges, Clock clock) {
        return new LatestQuotes(redis, bus.prefix(), exchanges, clock);
    }

    @Bean(destroyMethod = "")
    QuotePublisher quotePublisher(
            StreamBus bus, LatestQuotes latest, Clock clock, AdapterProperties properties, MeterRegistry meters) {
        return new QuotePublisher(bus, latest, clock, properties.marketData(), meters);
    }

    @Bean
    StartStop quotePublisherLifecycle(QuotePublisher publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean(destroyMethod = "")
    StatusPublisher statusPublisher(StreamBus bus) {
        return new StatusPublisher(bus);
    }

    @Bean
    StartStop statusPublisherLifecycle(StatusPublisher publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    SubscriptionDesk subscriptionDesk(
            GatewaySession session,
            QuotePublisher publisher,
            StatusPublisher statuses,
            ExchangeNames exchanges,
            AdapterProperties properties,
            Clock clock) {
        return new SubscriptionDesk(session, publisher, statuses, exchanges, properties.level1(), clock);
    }

    @Bean
    Snapshots snapshots(GatewaySession session, ExchangeNames exchanges, AdapterProperties properties, Clock clock) {
        return new Snapshots(session, exchanges, properties.level1(), clock);
    }
}
