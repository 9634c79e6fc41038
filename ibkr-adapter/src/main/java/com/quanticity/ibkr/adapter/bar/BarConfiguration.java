package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.RegularCheck;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.historical.BarBackfill;
import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.adapter.stream.MarketStream;
import com.quanticity.ibkr.adapter.stream.MarketStreamPublisher;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Five-second bars to Redis, complete as far as history goes. */
@Configuration(proxyBeanMethods = false)
class BarConfiguration {

    private static final Duration CHECK = Duration.ofSeconds(1);

    @Bean(destroyMethod = "")
    MarketStreamPublisher<Bar> barPublisher(
            StreamBus bus, AdapterProperties properties, Clock clock, MeterRegistry meters) {
        BarProperties settings = properties.bars();
        return new MarketStreamPublisher<>(bus, MarketStream.BARS, clock, settings.bufferBars(), 1, meters);
    }

    @Bean
    StartStop barPublisherLifecycle(MarketStreamPublisher<Bar> publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    BarDesk barDesk(
            GatewaySession session,
            ContractDirectory contracts,
            MarketStreamPublisher<Bar> publisher,
            StatusSink statuses,
            BarBackfill backfill,
            JdbcTemplate database,
            AdapterAlarms alarms,
            AdapterProperties properties,
            Clock clock,
            MeterRegistry meters) {
        BarProperties settings = properties.bars();
        BarHistory history =
                (contract, from, to) -> backfill.fill(contract, from, to).thenApply(BarConfiguration::answer);
        return new BarDesk(
                session,
                contracts,
                publisher::publish,
                statuses,
                new BarFiller(history, alarms, settings, clock),
                new BarTable(database),
                settings,
                clock,
                meters);
    }

    private static BarHistory.Answer answer(BarBackfill.Outcome outcome) {
        return switch (outcome) {
            case BarBackfill.Outcome.Filled(List<Bar> bars) -> new BarHistory.Answer.Given(bars);
            case BarBackfill.Outcome.NotFilled(String reason, List<Bar> bars) ->
                new BarHistory.Answer.Failed(reason, bars);
        };
    }

    @Bean
    StartStop barLifecycle(BarDesk desk) {
        RegularCheck check = new RegularCheck("bars", CHECK, desk::check);
        return new StartStop(Step.LISTEN, check::start, check::close);
    }
}
