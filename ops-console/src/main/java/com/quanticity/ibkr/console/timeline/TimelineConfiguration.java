package com.quanticity.ibkr.console.timeline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

    @Bean
    Timeline timeline() {
        return new Timeline();
    }
}
