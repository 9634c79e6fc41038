package com.quanticity.ibkr.console.market;

import com.quanticity.ibkr.console.sessions.SessionBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MarketConfiguration {

    @Bean
    QuoteBook quoteBook() {
        return new QuoteBook();
    }

    @Bean
    QuotesPanel quotesPanel(QuoteBook quotes, SessionBook sessions) {
        return new QuotesPanel(quotes, sessions);
    }
}
