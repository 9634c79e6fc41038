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

/** Depth to books and to Redis. */
@Configuration(proxyBeanMethods = false)
class DepthConfiguration {

    private static final Duration CHECK = Duration.ofMillis(100);

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
    DepthDesk depthDesk(
            GatewaySession session,
            ContractDirectory contracts,
            MarketStreamPublisher<DepthUpdate> publisher,
            StatusSink statusSink,
            AdapterAlarms alarms,
            EntitlementSink entitlements,
            AdapterProperties properties,
            Clock clock,
            MeterRegistry registry) {
        DepthProperties settings = properties.depth();
        DepthFeed feed = new DepthFeed(settings, publisher::publish);
        DepthStatuses statuses = new DepthStatuses(statusSink, clock);
        DepthMeters meters = new DepthMeters(registry);
        DepthHistory history = new DepthHistory(settings.historyTurns());
        DepthEvents events = new DepthEvents(feed, statuses, alarms, meters, history);
        return new DepthDesk(
                session, contracts, feed, statuses, events, meters, history, entitlements, settings, clock);
    }

    @Bean
    StartStop depthLifecycle(DepthDesk desk) {
        RegularCheck time = new RegularCheck("depth", CHECK, desk::check);
        return new StartStop(Step.LISTEN, time::start, time::close);
    }
}
