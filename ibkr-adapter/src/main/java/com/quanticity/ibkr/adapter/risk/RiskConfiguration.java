package com.quanticity.ibkr.adapter.risk;

import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears trading state and operator commands. */
@Configuration(proxyBeanMethods = false)
class RiskConfiguration {

    @Bean
    TradingStateView tradingStateView(Clock clock) {
        return new TradingStateView(clock);
    }

    @Bean
    OpsEcho opsEcho(StreamBus bus, TradingStateView tradingState, Clock clock) {
        return new OpsEcho(
                reply -> bus.publish(Topics.OPS_REPLY, ClientIdOwner.IBKR_ADAPTER.component(), reply),
                tradingState,
                clock);
    }

    @Bean
    RiskListener riskListener(StreamBus bus, TradingStateView tradingState, OpsEcho echo) {
        return new RiskListener(bus, tradingState, echo);
    }

    @Bean
    StartStop riskLifecycle(RiskListener listener) {
        return new StartStop(Step.LISTEN, listener::start, listener::close);
    }
}
