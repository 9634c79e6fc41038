package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.parent.ParentDesk;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.execution.parent.Wishes;
import com.quanticity.ibkr.execution.position.Positions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feature's parts. */
@Configuration(proxyBeanMethods = false)
class RebalanceConfiguration {

    private static final Duration STEP = Duration.ofSeconds(1);

    @Bean
    RebalanceRuns rebalanceRuns(JdbcClient jdbc) {
        return new RebalanceRuns(jdbc);
    }

    @Bean
    RebalanceDesk rebalanceDesk(
            RebalanceRuns runs,
            Positions positions,
            ChildOrders orders,
            MarketView market,
            Parents parents,
            ParentDesk desk,
            Wishes wishes,
            Clock clock) {
        return new RebalanceDesk(runs, positions, orders, market, parents, desk, wishes, clock);
    }

    @Bean
    Upkeep rebalanceUpkeep(RebalanceDesk desk) {
        return new Upkeep("rebalancing", STEP, desk::advance);
    }
}
