package com.quanticity.ibkr.console.streams;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    @Bean
    StreamStatusBook streamStatusBook() {
        return new StreamStatusBook();
    }

    @Bean
    StreamsPanel streamsPanel(StreamStatusBook statuses) {
        return new StreamsPanel(statuses);
    }
}
