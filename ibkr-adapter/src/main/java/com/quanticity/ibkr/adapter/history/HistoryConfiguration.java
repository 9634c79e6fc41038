package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The history writer; {@code ibkr.adapter.history.enabled=false} leaves it to another process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ibkr.adapter.history.enabled", havingValue = "true", matchIfMissing = true)
class HistoryConfiguration {

    @Bean(destroyMethod = "")
    HistoryDesk historyDesk(
            StreamBus bus,
            DataSource database,
            AdapterProperties properties,
            AdapterAlarms alarms,
            Clock clock,
            MeterRegistry meters) {
        return new HistoryDesk(bus, database, properties.history(), alarms, clock, meters);
    }

    @Bean
    StartStop historyLifecycle(HistoryDesk desk) {
        return new StartStop(Step.LISTEN, desk::start, desk::close);
    }

    @Bean("history")
    HistoryHealth historyHealth(HistoryDesk desk) {
        return new HistoryHealth(desk.watch());
    }
}
