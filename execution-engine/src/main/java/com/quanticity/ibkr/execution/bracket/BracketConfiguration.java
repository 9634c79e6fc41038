package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.alarm.EngineAlarms;
import com.quanticity.ibkr.execution.ledger.ChildChanges;
import com.quanticity.ibkr.execution.order.PreviewDesk;
import com.quanticity.ibkr.execution.parent.Children;
import com.quanticity.ibkr.execution.parent.ParentBook;
import com.quanticity.ibkr.execution.parent.ParentRunner;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.execution.trading.TradingStateView;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tables → turns → a runner of its own, so that no slow parent keeps a repair waiting. */
@Configuration(proxyBeanMethods = false)
class BracketConfiguration {

    @Bean
    LegResizes legResizes(JdbcClient jdbc) {
        return new LegResizes(jdbc);
    }

    @Bean
    SessionView adapterSession(StringRedisTemplate redis, StreamBus bus, Clock clock) {
        return new SessionView(redis, bus.prefix(), clock);
    }

    @Bean
    BracketDesk bracketDesk(
            Parents parents,
            Children children,
            ParentBook book,
            Algorithms algorithms,
            PreviewDesk previews,
            TransactionOperations transactions,
            Clock clock) {
        return new BracketDesk(parents, children, book, algorithms, previews, transactions, clock);
    }

    @Bean
    BracketTurns bracketTurns(
            Parents parents,
            Children children,
            ParentBook book,
            LegResizes resizes,
            SessionView session,
            TradingStateView trading,
            EngineAlarms alarms,
            ExecutionProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        return new BracketTurns(
                parents,
                children,
                book,
                resizes,
                session::isReady,
                () -> trading.now(clock.instant()) == TradingState.HALTED,
                alarms,
                properties.commandMaxAge(),
                transactions,
                clock);
    }

    @Bean
    ParentRunner bracketRunner(
            BracketTurns turns, Parents parents, ChildChanges changes, Clock clock, MeterRegistry meters) {
        return new ParentRunner("brackets", turns::take, parents::live, changes, clock, meters);
    }
}
