package com.quanticity.ibkr.console.alarm;

import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    @Bean
    ConsoleAlarms consoleAlarms(StreamBus bus, Clock clock, MeterRegistry meters) {
        return new ConsoleAlarms(bus, clock, meters);
    }
}
