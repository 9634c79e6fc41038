package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.RegularCheck;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.adapter.stream.MarketStream;
import com.quanticity.ibkr.adapter.stream.MarketStreamPublisher;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single ticks to Redis. */
@Configuration(proxyBeanMethods = false)
class TickByTickConfiguration {

    private static final Duration CHECK = Duration.ofMillis(250);

    @Bean(destroyMethod = "")
    MarketStreamPublisher<TickByTick> tickPublisher(
            StreamBus bus, AdapterProperties properties, Clock clock, MeterRegistry meters) {
        TickByTickProperties settings = properties.tickByTick();
        return new MarketStreamPublisher<>(
                bus, MarketStream.TICKS, clock, settings.bufferTicks(), settings.entryTicks(), meters);
    }

    @Bean
    StartStop tickPublisherLifecycle(MarketStreamPublisher<TickByTick> publisher) {
        return new StartStop(Step.PUBLISH, publisher::start, publisher::close);
    }

    @Bean
    ThirdStream thirdTickStream(AdapterProperties properties) {
        TickByTickProperties settings = properties.tickByTick();
        return new ThirdStream(settings.permanent(), settings.thirdKind(), settings.thirdAtLeast());
    }

    @Bean
    TickByTickDesk tickByTickDesk(
            GatewaySession session,
            ContractDirectory contracts,
            MarketStreamPublisher<TickByTick> publisher,
            StatusSink statuses,
            ThirdStream third,
            AdapterProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new TickByTickDesk(
                session,
                contracts,
                publisher::publish,
                statuses,
                third,
                properties.tickByTick(),
                clock,
                new TickMeters(meters));
    }

    @Bean
    StartStop tickByTickLifecycle(TickByTickDesk desk) {
        RegularCheck turns = new RegularCheck("tick-by-tick", CHECK, desk::check);
        return new StartStop(Step.LISTEN, turns::start, turns::close);
    }

    @Bean
    StartStop tradeFollowingLifecycle(StreamBus bus, ThirdStream third, AdapterProperties properties) {
        OrderTrail trail = new OrderTrail(third);
        boolean follows = properties.tickByTick().followOrders();
        return new StartStop(
                Step.CONSUME,
                () -> {
                    if (follows) {
                        trail.start(bus);
                    }
                },
                trail::close);
    }
}
