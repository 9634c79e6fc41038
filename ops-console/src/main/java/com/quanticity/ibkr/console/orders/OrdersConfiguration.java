package com.quanticity.ibkr.console.orders;

import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {

    @Bean
    OrderBook orderBook(SessionBook sessions) {
        return new OrderBook(sessions);
    }

    @Bean
    OrdersPanel ordersPanel(OrderBook orders, QuoteBook quotes) {
        return new OrdersPanel(orders, quotes);
    }
}
