package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.service.StartStop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The watch list and its lines. */
@Configuration(proxyBeanMethods = false)
class WatchListConfiguration {

    @Bean
    LineBudget lineBudget(ObjectProvider<LineHolder> others, AdapterProperties properties) {
        return new LineBudget(properties.level1().ownLines(), others::stream);
    }

    @Bean
    SnapshotLines snapshotLines(LineBudget budget, SubscriptionDesk desk) {
        return new SnapshotLines(budget, desk);
    }

    @Bean
    WatchList watchList(
            ContractDirectory directory,
            SubscriptionDesk desk,
            EntitlementSink entitlements,
            JdbcTemplate database,
            LineBudget budget,
            Clock clock,
            MeterRegistry meters) {
        meters.gauge(AdapterMeter.LINES_USABLE.meterName(), budget, LineBudget::limit);
        meters.gauge(AdapterMeter.LINES_USED.meterName(), budget, lines -> lines.takenByOthers() + desk.linesInUse());
        return new WatchList(directory, desk, entitlements, new WatchListStore(database), budget, clock);
    }

    @Bean
    LineWatch lineWatch(WatchList watchList, SubscriptionDesk desk) {
        return new LineWatch(watchList, desk);
    }

    @Bean
    StartStop watchListLifecycle(WatchList watchList, AdapterProperties properties) {
        ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("line-probe").factory());
        long pause = properties.level1().lineProbe().toMillis();
        return new StartStop(
                Step.LISTEN,
                () -> {
                    watchList.load(properties.watchList());
                    Future<?> _ = probes.scheduleWithFixedDelay(watchList::probe, pause, pause, TimeUnit.MILLISECONDS);
                },
                probes::shutdownNow);
    }
}
