package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What reconciliation sees of the order book. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean(destroyMethod = "")
    OpenOrderKeys openOrderKeys(
            OrderBook book,
            OrderRecovery recovery,
            GatewaySession session,
            StringRedisTemplate redis,
            StreamBus bus,
            Clock clock,
            MeterRegistry meters) {
        FunctionCounter.builder(AdapterMeter.ORDER_NUMBER_CONFLICTS.meterName(), book, OrderBook::conflicts)
                .register(meters);
        return new OpenOrderKeys(book, recovery, session, redis, bus.prefix(), clock);
    }

    @Bean
    StartStop openOrderKeysLifecycle(OpenOrderKeys keys) {
        return new StartStop(Step.CONSUME, keys::start, keys::close);
    }
}
