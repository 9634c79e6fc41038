package com.quanticity.ibkr.console.parents;

import com.quanticity.ibkr.console.market.QuoteBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ParentsConfiguration {

    @Bean
    ParentBook parentBook() {
        return new ParentBook();
    }

    @Bean
    ParentsPanel parentsPanel(ParentBook parents, QuoteBook quotes) {
        return new ParentsPanel(parents, quotes);
    }
}
