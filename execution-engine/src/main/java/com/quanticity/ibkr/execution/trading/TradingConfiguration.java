package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Streams → view → health and echo. */
@Configuration(proxyBeanMethods = false)
class TradingConfiguration {

    @Bean
    TradingStateView tradingStateView() {
        return new TradingStateView();
    }

    /** Its name is the component's name in the health group. */
    @Bean
    TradingStateHealth tradingStateHealthIndicator(TradingStateView view, Clock clock) {
        return new TradingStateHealth(view, clock);
    }

    @Bean
    TradingThreads tradingThreads(StreamBus bus, TradingStateView view, Clock clock) {
        OpsEcho echo = new OpsEcho(reply -> bus.publish(Topics.OPS_REPLY, reply.commandId(), reply), clock);
        return new TradingThreads(bus, view, echo);
    }
}
