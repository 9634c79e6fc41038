package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.command.CommandTracker;
import com.quanticity.ibkr.console.command.ResumeDesk;
import com.quanticity.ibkr.console.discrepancies.DiscrepancyBook;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.history.DownloadBook;
import com.quanticity.ibkr.console.market.QuoteBook;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.parents.ParentBook;
import com.quanticity.ibkr.console.positions.AccountBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.sessions.BusBook;
import com.quanticity.ibkr.console.sessions.GateBook;
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
            ParentBook parents,
            PositionBook positions,
            DiscrepancyBook discrepancies,
            AccountBook account,
            TradingStateBook trading,
            CommandTracker commands,
            Accounts accounts) {
        return new Feeds(
                bus,
                sessions,
                quotes,
                statuses,
                orders,
                parents,
                positions,
                discrepancies,
                account,
                trading,
                commands,
                accounts);
    }

    @Bean
    ServiceLists serviceLists(HttpClient http, ServiceToken token, JsonMapper json) {
        return new ServiceLists(http, token, json);
    }

    @Bean
    EverySecond discrepancyLoad(
            ServiceLists lists, ConsoleProperties properties, DiscrepancyBook discrepancies, Clock clock) {
        return new EverySecond(
                "discrepancies",
                new DiscrepancyLoad(lists, properties.services().executionEngine(), discrepancies, clock));
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
            ServiceLists lists,
            ConsoleProperties properties,
            OrderBook orders,
            PositionBook positions,
            Accounts accounts,
            Clock clock) {
        return new EverySecond(
                "ledger",
                new LedgerLoad(lists, properties.services().executionEngine(), orders, positions, accounts, clock));
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
    EverySecond gatePoll(ServiceLists lists, ConsoleProperties properties, GateBook gate, Clock clock) {
        return new EverySecond("gate", new GatePoll(lists, properties.services().ibkrAdapter(), gate, clock));
    }

    @Bean
    EverySecond approvalLapse(ResumeDesk resume) {
        resume.start();
        return new EverySecond("approvals", resume::lapse);
    }
}
