package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires account and positions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

    /** Source: capability G01. */
    private static final Duration OLDEST_SUMMARY = Duration.ofSeconds(60);

    @Bean
    AccountStore accountStore(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new AccountStore(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SummaryBook summaryBook() {
        return new SummaryBook();
    }

    @Bean
    PositionBook positionBook(AccountStore store) {
        return new PositionBook(store.openPositions());
    }

    @Bean(destroyMethod = "")
    AccountOutlet accountOutlet(
            StreamBus bus,
            StringRedisTemplate redis,
            AccountStore store,
            SummaryBook summary,
            PositionBook positions,
            Clock clock,
            MeterRegistry meters) {
        AccountKeys keys = new AccountKeys(redis, bus.prefix());
        return new AccountOutlet(bus, keys, store, summary, positions, clock, meters);
    }

    @Bean
    SummarySubscription summarySubscription(MeterRegistry meters) {
        return new SummarySubscription(meters);
    }

    @Bean
    AccountFeed accountFeed(
            SummaryBook summary,
            PositionBook positions,
            SummarySubscription requests,
            AccountOutlet outlet,
            AccountProperties properties) {
        return new AccountFeed(summary, positions, requests, outlet, properties);
    }

    @Bean(destroyMethod = "")
    AccountCare accountCare(GatewaySession session, AccountOutlet outlet) {
        return new AccountCare(session, outlet);
    }

    @Bean
    StartStop accountOutletLifecycle(AccountOutlet outlet) {
        return new StartStop(Step.DELIVER, outlet::start, outlet::close);
    }

    @Bean
    StartStop accountCareLifecycle(AccountCare care, AccountProperties properties) {
        return new StartStop(Step.CONNECT, () -> care.start(properties), care::close);
    }

    @Bean
    AccountViews accountViews(SummaryBook summary, PositionBook positions, Clock clock, MeterRegistry meters) {
        AccountViews views = new AccountViews(summary, positions, OLDEST_SUMMARY);
        meters.gauge(
                RiskMeter.SUMMARY_AGE.meterName(),
                views,
                known -> known.summaryAge(clock.instant())
                        .map(age -> age.toMillis() / 1000.0)
                        .orElse(Double.NaN));
        meters.gauge(RiskMeter.POSITIONS_KNOWN.meterName(), views, known -> known.arePositionsKnown() ? 1 : 0);
        return views;
    }

    @Bean("account")
    AccountHealthIndicator accountHealthIndicator(AccountViews views, Clock clock) {
        return new AccountHealthIndicator(views, clock);
    }
}
