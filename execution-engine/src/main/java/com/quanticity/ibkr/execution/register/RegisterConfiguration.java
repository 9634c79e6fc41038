package com.quanticity.ibkr.execution.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feature's parts. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    Algorithms algorithms(JdbcClient jdbc) {
        return new Algorithms(jdbc);
    }
}
