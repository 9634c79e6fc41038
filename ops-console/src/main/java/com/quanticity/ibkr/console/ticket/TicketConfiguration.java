package com.quanticity.ibkr.console.ticket;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.service.ServiceToken;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    TicketLine ticketLine(HttpClient http, ConsoleProperties properties, ServiceToken token, JsonMapper json) {
        return new TicketLine(http, properties.services().executionEngine(), token, json);
    }
}
