package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.execution.outbox.Outbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feature's parts. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration {

    @Bean
    StrategyPositions strategyPositions(JdbcClient jdbc) {
        return new StrategyPositions(jdbc);
    }

    @Bean
    Positions positions(JdbcClient jdbc, StrategyPositions strategies, Outbox outbox, Clock clock) {
        return new Positions(jdbc, strategies, outbox, clock);
    }
}
