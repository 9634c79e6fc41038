package com.quanticity.ibkr.execution;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of this service. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** In microseconds: PostgreSQL keeps no more, and a time read back must equal the one that was told. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
