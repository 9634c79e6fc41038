package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.gateway.contract.TradingHours;
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
import java.time.Instant;
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
        meters.gauge(AdapterMeter.CONTRACTS_BLOCKED.meterName(), directory, ContractDirectory::blockedCount);
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
            case ReqRealTimeBars wanted -> isResting(directory, wanted, at);
            default -> false;
        };
    }

    private static boolean isResting(ContractDirectory directory, ReqRealTimeBars wanted, Instant at) {
        ContractId id = ContractId.of(wanted.contract().conId());
        return directory.isClosed(id, at)
                || wanted.useRTH()
                        && directory
                                .reference(id)
                                .map(told -> TradingHours.parse(told.liquidHours(), told.timeZoneId()))
                                .filter(hours -> hours.isClosed(at))
                                .isPresent();
    }

    @Bean
    ContractStore contractStore(JdbcTemplate database) {
        return new ContractStore(database);
    }

    @Bean(destroyMethod = "")
    ContractPublisher contractPublisher(
            StreamBus bus, StringRedisTemplate redis, ContractStore store, ContractDirectory directory) {
        return new ContractPublisher(bus, redis, store, directory);
    }

    @Bean
    StartStop contractPublisherLifecycle(ContractPublisher publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    ContractInquiry contractInquiry(GatewaySession session, Clock clock) {
        return new ContractInquiry(session, clock);
    }

    @Bean
    MarketRules marketRules(
            GatewaySession session,
            ContractDirectory directory,
            ContractPublisher publisher,
            ContractStore store,
            Clock clock) {
        return new MarketRules(
                session,
                directory,
                (rule, ladder) -> publisher.store(rule, () -> store.save(rule, ladder, clock.instant())));
    }

    @Bean
    OccMappings occMappings(
            ContractDirectory directory, ContractPublisher publisher, AdapterAlarms alarms, Clock clock) {
        return new OccMappings(directory, publisher, alarms, clock);
    }

    @Bean
    ContractDesk contractDesk(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractPublisher publisher,
            MarketRules rules,
            OccMappings mappings) {
        return new ContractDesk(inquiry, directory, publisher, rules, mappings);
    }

    @Bean
    ContractResolver contractResolver(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractPublisher publisher,
            MarketRules rules,
            ResolvedListener listener) {
        return new ContractResolver(inquiry, directory, publisher, rules, listener::onResolved);
    }

    @Bean
    SymbolSearch symbolSearch(GatewaySession session, Clock clock) {
        return new SymbolSearch(session, clock);
    }

    @Bean
    ContractRefresh contractRefresh(
            ContractInquiry inquiry,
            ContractDirectory directory,
            ContractStore store,
            ContractPublisher publisher,
            MarketRules rules,
            OccMappings mappings,
            AdapterAlarms alarms,
            AdapterProperties properties,
            GatewaySession session,
            Clock clock,
            MeterRegistry meters) {
        return new ContractRefresh(
                inquiry,
                directory,
                store,
                publisher,
                rules,
                mappings,
                alarms,
                new RefreshTimes(properties.contracts().refreshAt()),
                properties.contracts().refreshPause(),
                () -> session.state().isUsable(),
                clock,
                meters);
    }

    /** Before the session connects, so that a blocked contract is blocked from the first order on. */
    @Bean
    StartStop contractRefreshLifecycle(ContractRefresh refresh, AdapterProperties properties) {
        DailyRefresh daily = new DailyRefresh(refresh, properties.contracts().refreshLook());
        return new StartStop(Step.LISTEN, daily::start, daily::close);
    }

    /** Never down: a symbol the broker does not know is no reason to take the service out. */
    @Bean
    HealthIndicator contractsHealthIndicator(ContractDirectory directory) {
        return () ->
                Health.up().withDetail("unresolved", directory.unresolved()).build();
    }
}
