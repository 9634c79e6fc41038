package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.RegularCheck;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.adapter.stream.MarketStream;
import com.quanticity.ibkr.adapter.stream.MarketStreamPublisher;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Depth to books and to Redis. */
@Configuration(proxyBeanMethods = false)
class DepthConfiguration {

    private static final Duration CHECK = Duration.ofMillis(100);
    private static final Duration KEEP = Duration.ofSeconds(1);

    @Bean(destroyMethod = "")
    MarketStreamPublisher<DepthUpdate> depthPublisher(
            StreamBus bus, AdapterProperties properties, Clock clock, MeterRegistry meters) {
        DepthProperties settings = properties.depth();
        return new MarketStreamPublisher<>(
                bus, MarketStream.DEPTH, clock, settings.bufferUpdates(), settings.entryUpdates(), meters);
    }

    @Bean
    StartStop depthPublisherLifecycle(MarketStreamPublisher<DepthUpdate> publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    DepthHistory depthHistory(AdapterProperties properties) {
        return new DepthHistory(properties.depth().historyTurns());
    }

    @Bean
    DepthKeeper depthKeeper(
            DepthDesk desk, DepthHistory history, JdbcTemplate database, AdapterProperties properties, Clock clock) {
        return new DepthKeeper(desk, history, new DepthStore(database), properties.depth(), clock);
    }

    @Bean
    DepthDesk depthDesk(
            GatewaySession session,
            ContractDirectory contracts,
            MarketStreamPublisher<DepthUpdate> publisher,
            StatusSink statusSink,
            DepthHistory history,
            AdapterAlarms alarms,
            EntitlementSink entitlements,
            AdapterProperties properties,
            Clock clock,
            MeterRegistry registry) {
        DepthProperties settings = properties.depth();
        DepthFeed feed = new DepthFeed(settings, publisher::publish);
        DepthStatuses statuses = new DepthStatuses(statusSink, clock);
        DepthMeters meters = new DepthMeters(registry);
        DepthEvents events = new DepthEvents(feed, statuses, alarms, meters, history);
        return new DepthDesk(
                session, contracts, feed, statuses, events, meters, history, entitlements, settings, clock);
    }

    @Bean
    StartStop depthLifecycle(DepthDesk desk, DepthKeeper keeper) {
        RegularCheck time = new RegularCheck("depth", CHECK, desk::check);
        RegularCheck storing = new RegularCheck("depth-keeper", KEEP, keeper::save);
        return new StartStop(
                Step.LISTEN,
                () -> {
                    keeper.load();
                    time.start();
                    storing.start();
                },
                () -> {
                    time.close();
                    storing.close();
                    keeper.save();
                });
    }
}
