package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.risk.delivery.RetryingQueue;
import com.quanticity.ibkr.risk.halt.TradingHistory.Entry;
import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the trading state. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TradingStateProperties.class)
class TradingStateConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TradingStateConfiguration.class);
    private static final int MOST_UNSTORED = 10_000;

    @Bean
    TradingHistory tradingHistory(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new TradingHistory(jdbc, new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "")
    RetryingQueue<Entry> unstoredTradingEntries(TradingHistory history, MeterRegistry meters) {
        return new RetryingQueue<>("trading-state-history", MOST_UNSTORED, history::append, meters);
    }

    @Bean(destroyMethod = "")
    TradingAnnouncer tradingAnnouncer(StreamBus bus, StringRedisTemplate redis, Clock clock, MeterRegistry meters) {
        return new TradingAnnouncer(bus, redis, clock, meters);
    }

    @Bean
    TradingStateMachine tradingStateMachine(
            TradingHistory history,
            TradingAnnouncer announcer,
            RetryingQueue<Entry> unstored,
            TradingStateProperties properties,
            Clock clock,
            MeterRegistry meters) {
        TradingChange stored = history.last().orElse(null);
        List<TradingChange> storedScopes = history.lastOfScopes();
        RiskState announced = announcer
                .lastAnnounced()
                .filter(state -> storedScopes.stream().noneMatch(change -> change.version() >= state.version()))
                .orElse(null);
        TradingChange start = StartingState.decide(
                stored, announced, properties.initial(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!start.equals(stored)) {
            unstored.offer(new Entry(start, null));
        }
        List<TradingChange> scopes = StartingState.scopes(storedScopes, announced);
        scopes.stream()
                .filter(change -> !storedScopes.contains(change))
                .forEach(change -> unstored.offer(new Entry(change, null)));
        LOG.info(
                "trading state at start state={} version={} by=\"{}\" since={}",
                start.state(),
                start.version(),
                start.by(),
                start.since());
        TradingStateMachine machine = new TradingStateMachine(start, scopes);
        meters.gauge(
                RiskMeter.TRADING_STATE.meterName(),
                machine,
                known -> gaugeValue(known.current().state()));
        return machine;
    }

    @Bean
    TradingControl tradingControl(
            TradingStateMachine machine,
            TradingHistory history,
            RetryingQueue<Entry> unstored,
            TradingAnnouncer announcer,
            TradingStateProperties properties,
            Clock clock) {
        CommandMemory memory = new CommandMemory(history.newestAnswers(CommandMemory.CAPACITY));
        return new TradingControl(
                machine, history, unstored, announcer, new ResumeRule(properties.resumeValidity()), memory, clock);
    }

    @Bean(destroyMethod = "")
    OpsCommands opsCommands(StreamBus bus, TradingControl control, MeterRegistry meters) {
        return new OpsCommands(bus, control, meters);
    }

    @Bean
    StartStop unstoredTradingEntriesLifecycle(RetryingQueue<Entry> unstored) {
        return new StartStop(Step.DELIVER, unstored::start, unstored::close);
    }

    @Bean
    StartStop tradingAnnouncerLifecycle(TradingAnnouncer announcer, TradingStateMachine machine) {
        return new StartStop(Step.ANNOUNCE, () -> announcer.start(machine::announcedAt), announcer::close);
    }

    @Bean
    StartStop opsCommandsLifecycle(OpsCommands commands) {
        return new StartStop(Step.LISTEN, commands::start, commands::close);
    }

    @Bean
    TradingStateHealthIndicator tradingStateHealthIndicator(TradingControl control) {
        return new TradingStateHealthIndicator(control);
    }

    private static int gaugeValue(TradingState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case REDUCING -> 1;
            case HALTED -> 2;
        };
    }
}
