package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.execution.Upkeep;
import com.quanticity.ibkr.execution.ledger.ChildChanges;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.market.AdapterLine;
import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.market.Volumes;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.execution.route.Router;
import com.quanticity.ibkr.execution.trading.TradingStateView;
import com.quanticity.ibkr.model.parent.PlanKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tables → book → turns → runner → desk. */
@Configuration(proxyBeanMethods = false)
class ParentConfiguration {

    private static final Duration GAUGE_INTERVAL = Duration.ofSeconds(5);

    @Bean
    Parents parents(JdbcClient jdbc) {
        return new Parents(jdbc);
    }

    @Bean
    Children children(
            ChildOrders orders, OrderLedger ledger, Outbox outbox, ExecutionProperties properties, Clock clock) {
        return new Children(orders, ledger, outbox, properties.commandMaxAge(), clock);
    }

    @Bean
    ParentBook parentBook(Parents parents, Children children, Outbox outbox, Clock clock, MeterRegistry meters) {
        return new ParentBook(parents, children, outbox, clock, meters);
    }

    @Bean
    Wishes wishes(MarketView market, AdapterLine adapter, ExecutionProperties properties, Clock clock) {
        return new Wishes(market, adapter, properties.parents(), clock);
    }

    @Bean
    ParentTurns.Look parentLook(TradingStateView trading, MarketView market, Volumes volumes, AdapterLine adapter) {
        return new ParentTurns.Look(trading, market, volumes, adapter);
    }

    @Bean
    ParentTurns parentTurns(
            Parents parents,
            Children children,
            ParentBook book,
            ParentTurns.Look look,
            ExecutionProperties properties,
            TransactionOperations transactions,
            Clock clock,
            MeterRegistry meters) {
        ParentProperties rules = properties.parents();
        ChildPricer pricer = new ChildPricer(new Router(rules.oldestQuote(), rules.oldestBook()));
        return new ParentTurns(parents, children, book, look, pricer, rules, transactions, clock, meters);
    }

    @Bean
    ParentRunner parentRunner(
            ParentTurns turns, Parents parents, ChildChanges changes, Clock clock, MeterRegistry meters) {
        return new ParentRunner("parents", turns::take, parents::live, changes, clock, meters);
    }

    @Bean
    ParentDesk parentDesk(
            Parents parents,
            Children children,
            ParentBook book,
            @Qualifier("parentRunner") ParentRunner runner,
            Algorithms algorithms,
            TransactionOperations transactions,
            Clock clock) {
        return new ParentDesk(parents, children, book, runner, algorithms, transactions, clock);
    }

    @Bean
    Upkeep liveParentGauges(Parents parents, MeterRegistry meters) {
        AtomicReference<@Nullable Map<PlanKind, Long>> counts = new AtomicReference<>();
        for (PlanKind kind : PlanKind.values()) {
            Gauge.builder(ExecutionMeter.PARENTS_LIVE.meterName(), () -> count(counts.get(), kind))
                    .tag("plan", kind.name())
                    .register(meters);
        }
        return new Upkeep("live-parent-gauges", GAUGE_INTERVAL, () -> {
            counts.set(null);
            counts.set(parents.countLive());
        });
    }

    private static double count(@Nullable Map<PlanKind, Long> counts, PlanKind kind) {
        return counts == null ? Double.NaN : counts.getOrDefault(kind, 0L);
    }
}
