package com.quanticity.ibkr.console.compliance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ComplianceConfiguration {

    @Bean
    ExecutionExtract executionExtract(JdbcTemplate database) {
        return new ExecutionExtract(database, "console");
    }
}
