package com.quanticity.ibkr.console.trading;

import com.quanticity.ibkr.console.timeline.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TradingConfiguration {

    @Bean
    TradingStateBook tradingStateBook(Timeline timeline) {
        return new TradingStateBook(timeline);
    }
}
