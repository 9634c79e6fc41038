package com.quanticity.ibkr.console.positions;

import com.quanticity.ibkr.console.environment.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PositionsConfiguration {

    @Bean
    PositionBook positionBook(Accounts accounts) {
        return new PositionBook(accounts);
    }

    @Bean
    PositionsPanel positionsPanel(PositionBook positions) {
        return new PositionsPanel(positions);
    }

    @Bean
    AccountBook accountBook(Accounts accounts) {
        return new AccountBook(accounts);
    }
}
