package com.quanticity.ibkr.execution.alarm;

import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alarms of this service. */
@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    @Bean
    EngineAlarms engineAlarms(StreamBus bus, Clock clock) {
        return new EngineAlarms(bus, clock);
    }
}
