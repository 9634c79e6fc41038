package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.command.CommandTracker;
import com.quanticity.ibkr.console.command.ResumeDesk;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.history.DownloadBook;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.AccountBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.sessions.BusBook;
import com.quanticity.ibkr.console.sessions.ServiceBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.streams.StreamStatusBook;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.service.ServiceToken;
import com.quanticity.ibkr.stream.StreamBus;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    @Bean
    Feeds feeds(
            StreamBus bus,
            SessionBook sessions,
            QuoteBook quotes,
            StreamStatusBook statuses,
            OrderBook orders,
            PositionBook positions,
            AccountBook account,
            TradingStateBook trading,
            CommandTracker commands,
            Accounts accounts) {
        return new Feeds(bus, sessions, quotes, statuses, orders, positions, account, trading, commands, accounts);
    }

    @Bean
    EverySecond redisPoll(
            StringRedisTemplate redis,
            StreamBus streams,
            BusBook bus,
            SessionBook sessions,
            QuoteBook quotes,
            PositionBook positions,
            AccountBook account,
            Clock clock) {
        return new EverySecond(
                "redis", new RedisPoll(redis, streams.prefix(), bus, sessions, quotes, positions, account, clock));
    }

    @Bean
    EverySecond ledgerLoad(
            HttpClient http,
            ConsoleProperties properties,
            ServiceToken token,
            JsonMapper json,
            OrderBook orders,
            PositionBook positions,
            Accounts accounts,
            Clock clock) {
        return new EverySecond(
                "ledger",
                new LedgerLoad(
                        http,
                        properties.services().executionEngine(),
                        token,
                        json,
                        orders,
                        positions,
                        accounts,
                        clock));
    }

    @Bean
    EverySecond downloadsPoll(StreamBus bus, DownloadBook downloads) {
        return new EverySecond("downloads", new DownloadsPoll(bus, downloads));
    }

    @Bean
    EverySecond healthPoll(HttpClient http, ConsoleProperties properties, ServiceBook services, Clock clock) {
        return new EverySecond("health", new HealthPoll(http, properties.services(), services, clock));
    }

    @Bean
    EverySecond approvalLapse(ResumeDesk resume) {
        resume.start();
        return new EverySecond("approvals", resume::lapse);
    }
}
