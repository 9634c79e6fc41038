package com.quanticity.ibkr.adapter.alarm;

import com.quanticity.ibkr.stream.SessionReporter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alarms of this service on {@code ops.alarm}. */
@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    @Bean
    AdapterAlarms adapterAlarms(SessionReporter reporter, Clock clock, MeterRegistry meters) {
        return new AdapterAlarms(reporter::onAlarm, clock, meters);
    }
}
