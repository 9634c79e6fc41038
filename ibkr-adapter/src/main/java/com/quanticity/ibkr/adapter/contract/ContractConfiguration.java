package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqRealTimeBars;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqTickByTickData;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The watch list and what the broker says about it. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    ContractDirectory contractDirectory(AdapterProperties properties, MeterRegistry meters) {
        ContractDirectory directory = new ContractDirectory(properties.watchList());
        meters.gauge(
                AdapterMeter.CONTRACTS_UNRESOLVED.meterName(),
                directory,
                known -> known.unresolved().size());
        return directory;
    }

    /** Data is not missed while its contract does not trade. */
    @Bean
    QuietTimes quietTimes(ContractDirectory directory) {
        return (subscription, at) -> switch (subscription.request()) {
            case ReqMktData wanted ->
                directory.isClosed(ContractId.of(wanted.contract().conId()), at);
            case ReqTickByTickData wanted ->
                directory.isClosed(ContractId.of(wanted.contract().conId()), at);
            case ReqRealTimeBars wanted ->
                directory.isClosed(ContractId.of(wanted.contract().conId()), at);
            default -> false;
        };
    }

    @Bean(destroyMethod = "")
    ContractPublisher contractPublisher(
            StreamBus bus, StringRedisTemplate redis, JdbcTemplate database, ContractDirectory directory) {
        return new ContractPublisher(bus, redis, database, directory);
    }

    @Bean
    StartStop contractPublisherLifecycle(ContractPublisher publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    ContractResolver contractResolver(
            GatewaySession session,
            ContractDirectory directory,
            ContractPublisher publisher,
            SubscriptionDesk subscriptions,
            Clock clock) {
        return new ContractResolver(session, directory, publisher, subscriptions::want, clock);
    }

    /** Never down: a symbol the broker does not know is no reason to take the service out. */
    @Bean
    HealthIndicator contractsHealthIndicator(ContractDirectory directory) {
        return () ->
                Health.up().withDetail("unresolved", directory.unresolved()).build();
    }
}
