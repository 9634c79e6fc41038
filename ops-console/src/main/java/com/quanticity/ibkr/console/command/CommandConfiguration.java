package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionsPanel;
import com.quanticity.ibkr.console.sessions.GateBook;
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
    RiskManagerLine riskManagerLine(
            HttpClient http, ConsoleProperties properties, ServiceToken token, JsonMapper json) {
        return new RiskManagerLine(http, properties.services().riskManager(), token, json);
    }

    @Bean
    RestrictDesk restrictDesk(
            StreamBus bus,
            RiskManagerLine riskManager,
            CommandTracker tracker,
            Audit audit,
            Clock clock,
            MeterRegistry meters) {
        return new RestrictDesk(bus, riskManager, tracker, audit, clock, meters);
    }

    @Bean
    HaltDesk haltDesk(
            StreamBus bus,
            RiskManagerLine riskManager,
            CommandTracker tracker,
            TradingStateBook trading,
            Audit audit,
            Timeline timeline,
            Clock clock,
            MeterRegistry meters) {
        return new HaltDesk(bus, riskManager, tracker, trading, audit, timeline, clock, meters);
    }

    @Bean
    ParentCommands parentCommands(
            HttpClient http, ConsoleProperties properties, ServiceToken token, JsonMapper json, Audit audit) {
        return new ParentCommands(http, properties.services().executionEngine(), token, json, audit);
    }

    @Bean
    ResumeCheck resumeCheck(
            TradingStateBook trading, SessionBook sessions, GateBook gate, OrderBook orders, PositionsPanel positions) {
        return new ResumeCheck(trading, sessions, gate, orders, positions);
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
