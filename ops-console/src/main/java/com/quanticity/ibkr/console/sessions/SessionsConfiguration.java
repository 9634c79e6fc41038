package com.quanticity.ibkr.console.sessions;

import com.quanticity.ibkr.console.timeline.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    SessionBook sessionBook(Timeline timeline) {
        return new SessionBook(timeline);
    }

    @Bean
    ServiceBook serviceBook() {
        return new ServiceBook();
    }

    @Bean
    BusBook busBook() {
        return new BusBook();
    }

    @Bean
    GateBook gateBook() {
        return new GateBook();
    }

    @Bean
    GatePanel gatePanel(GateBook gate) {
        return new GatePanel(gate);
    }

    @Bean
    SessionsPanel sessionsPanel(SessionBook sessions, ServiceBook services, BusBook bus) {
        return new SessionsPanel(sessions, services, bus);
    }
}
