package com.quanticity.ibkr.console.environment;

import com.quanticity.ibkr.console.ConsoleProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EnvironmentConfiguration {

    @Bean
    Accounts accounts(ConsoleProperties properties) {
        return new Accounts(properties.environment());
    }
}
