package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.TickTable;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Downloads of the past. */
@Configuration(proxyBeanMethods = false)
class HistoricalConfiguration {

    @Bean(destroyMethod = "")
    HistoricalParts historicalParts(
            GatewaySession session,
            StreamBus bus,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            AdapterProperties properties,
            MeterRegistry meters,
            Clock clock) {
        JobStore store = new JobStore(database, new TransactionTemplate(transactions));
        HistoricalParts parts = HistoricalParts.of(
                session,
                bus,
                store,
                new BarTable(database),
                new TickTable(database),
                properties.historical(),
                meters,
                clock);
        meters.gauge(AdapterMeter.HISTORY_JOBS.meterName(), parts.downloads(), Downloads::size);
        return parts;
    }

    @Bean(destroyMethod = "")
    DownloadDesk downloadDesk(HistoricalParts parts) {
        return parts.desk();
    }

    @Bean
    BarBackfill barBackfill(HistoricalParts parts) {
        return parts.gaps();
    }

    @Bean
    HistoryJobs downloadJobs(HistoricalParts parts, Clock clock) {
        return new HistoryJobs(parts.maker(), parts.store(), parts.desk(), parts.progress(), clock);
    }

    @Bean
    StartStop downloadProgressLifecycle(HistoricalParts parts) {
        return new StartStop(Step.PUBLISH, parts.publisher()::start, parts.publisher()::close);
    }

    @Bean
    StartStop downloadDeskLifecycle(HistoricalParts parts) {
        return new StartStop(Step.LISTEN, parts.desk()::start, () -> {
            parts.desk().close();
            parts.gaps().close();
        });
    }
}
