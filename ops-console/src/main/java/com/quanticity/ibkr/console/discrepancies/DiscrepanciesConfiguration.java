package com.quanticity.ibkr.console.discrepancies;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.service.ServiceToken;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DiscrepanciesConfiguration {

    @Bean
    DiscrepancyBook discrepancyBook(Accounts accounts) {
        return new DiscrepancyBook(accounts);
    }

    @Bean
    DiscrepanciesPanel discrepanciesPanel(DiscrepancyBook book) {
        return new DiscrepanciesPanel(book);
    }

    @Bean
    EngineLine engineLine(HttpClient http, ConsoleProperties properties, ServiceToken token, JsonMapper json) {
        return new EngineLine(http, properties.services().executionEngine(), token, json);
    }
}
