package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionsPanel;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.service.ServiceToken;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CommandTracker commandTracker(Timeline timeline, Audit audit, Clock clock) {
        return new CommandTracker(timeline, audit, clock);
    }

    @Bean
    HaltDesk haltDesk(
            StreamBus bus,
            HttpClient http,
            ConsoleProperties properties,
            ServiceToken token,
            JsonMapper json,
            CommandTracker tracker,
            TradingStateBook trading,
            Audit audit,
            Timeline timeline,
            Clock clock,
            MeterRegistry meters) {
        RiskManagerLine riskManager =
                new RiskManagerLine(http, properties.services().riskManager(), token, json);
        return new HaltDesk(bus, riskManager, tracker, trading, audit, timeline, clock, meters);
    }

    @Bean
    ResumeCheck resumeCheck(
            TradingStateBook trading, SessionBook sessions, OrderBook orders, PositionsPanel positions) {
        return new ResumeCheck(trading, sessions, orders, positions);
    }

    @Bean
    ResumeDesk resumeDesk(
            StreamBus bus,
            JdbcClient database,
            ResumeCheck check,
            CommandTracker tracker,
            TradingStateBook trading,
            Audit audit,
            Timeline timeline,
            Clock clock,
            ConsoleProperties properties,
            MeterRegistry meters) {
        return new ResumeDesk(
                bus,
                new Approvals(database),
                check,
                tracker,
                trading,
                audit,
                timeline,
                clock,
                properties.approvalLifetime(),
                meters);
    }

    @Bean
    CommandPanel commandPanel(CommandTracker tracker, ResumeDesk resume, ResumeCheck check) {
        return new CommandPanel(tracker, resume, check);
    }
}
