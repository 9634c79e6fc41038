package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.PositionFollower;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.limit.OverrideDesk;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.adapter.gate.price.Valuation;
import com.quanticity.ibkr.adapter.lock.InstrumentLockView;
import com.quanticity.ibkr.adapter.marketdata.LatestQuotes;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The gate and what it looks at. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

    /** How far back the order book loads the journal; what ended before counts as position only. */
    private static final Duration LOADED = Duration.ofDays(7);

    @Bean
    LimitBook limitBook(Clock clock) {
        return new LimitBook(clock);
    }

    @Bean
    AccountFigures accountFigures(StringRedisTemplate redis, StreamBus bus, AdapterProperties properties, Clock clock) {
        return new AccountFigures(redis, bus.prefix(), properties.gate().currency(), clock);
    }

    @Bean
    Valuation valuation(ContractDirectory contracts, AccountFigures rates) {
        return new Valuation(contracts, rates);
    }

    @Bean
    Exposures exposures(AccountFigures rates) {
        return new Exposures(rates);
    }

    @Bean(destroyMethod = "")
    OthersOrdersFeed othersOrdersFeed(StreamBus bus, StringRedisTemplate redis, Exposures exposures) {
        return new OthersOrdersFeed(bus, redis, exposures);
    }

    @Bean
    Activity orderActivity() {
        return new Activity();
    }

    @Bean
    StrategyLocks strategyLocks() {
        return new StrategyLocks();
    }

    @Bean
    PriceRanges priceRanges() {
        return new PriceRanges();
    }

    @Bean
    GateStore gateStore(JdbcTemplate database) {
        return new GateStore(database);
    }

    @Bean
    OverrideDesk overrideDesk(GateStore store) {
        return new OverrideDesk(store::takeOverride);
    }

    @Bean
    PositionFollower positionFollower(Exposures exposures) {
        return new PositionFollower(exposures);
    }

    @Bean
    OrderWatch orderWatch(Exposures exposures, Activity activity) {
        return order -> {
            exposures.onOrder(order);
            activity.onOrder(order);
        };
    }

    @Bean
    GateKeeper gateKeeper(StrategyLocks locks, Activity activity, GateStore store, AdapterAlarms alarms, Clock clock) {
        return new GateKeeper(locks, activity, store, alarms, clock);
    }

    @Bean
    GateParts gateParts(
            TradingStateView tradingState,
            GatewaySession session,
            RecoveryBarrier recovery,
            ObjectProvider<MaintenanceCalendar> calendar,
            ContractDirectory contracts,
            SubscriptionDesk desk,
            LatestQuotes latest,
            Valuation valuation,
            PriceRanges ranges,
            LimitBook limits,
            OverrideDesk overrides,
            Exposures exposures,
            Activity activity,
            StrategyLocks locks,
            InstrumentLockView instrumentLocks,
            AccountFigures figures,
            AdapterProperties properties,
            Clock clock) {
        RestartGuard guard = new RestartGuard(
                calendar.getIfAvailable(MaintenanceCalendar::none),
                properties.gate().guardBefore(),
                properties.gate().guardAfter());
        return new GateParts(
                tradingState,
                session::state,
                recovery,
                session::managedAccounts,
                guard::at,
                contracts,
                new LevelOneMarket(desk, latest),
                valuation,
                ranges,
                limits,
                overrides,
                exposures,
                activity,
                locks,
                instrumentLocks,
                figures::buyingPower,
                properties.orderCommandMaxAge(),
                clock);
    }

    @Bean
    GateReadiness gateReadiness(GateParts parts) {
        return new GateReadiness(parts);
    }

    @Bean
    OrderGate orderGate(GateParts parts) {
        return new OrderGate(parts);
    }

    @Bean(destroyMethod = "")
    GateTicker gateTicker(
            StreamBus bus,
            LimitBook limits,
            Activity activity,
            Exposures exposures,
            PriceRanges ranges,
            LatestQuotes latest,
            Valuation valuation,
            AccountFigures figures,
            OthersOrdersFeed others,
            GateKeeper keeper,
            Clock clock) {
        return new GateTicker(
                bus, limits, activity, exposures, ranges, latest, valuation, figures, others, keeper, clock);
    }

    @Bean
    GateController gateController(
            LimitBook limits,
            Exposures exposures,
            OthersOrdersFeed others,
            StrategyLocks locks,
            GateKeeper keeper,
            GateReadiness readiness) {
        return new GateController(limits, exposures, others, locks, keeper, readiness);
    }

    @Bean
    StartStop gateListenLifecycle(GateTicker ticker) {
        return new StartStop(Step.LISTEN, ticker::start, ticker::close);
    }

    /** After the journal was loaded, before the first command. */
    @Bean
    StartStop gateLoadLifecycle(GateKeeper keeper, GateStore store, Exposures exposures, Clock clock) {
        return new StartStop(
                Step.CONNECT,
                () -> {
                    keeper.load();
                    store.positionsBefore(clock.instant().minus(LOADED))
                            .forEach(position -> exposures.onStrategyPosition(
                                    position.strategy(), position.contractId(), position.quantity()));
                },
                () -> {});
    }
}
