package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.contract.ContractDesk;
import com.quanticity.ibkr.adapter.contract.ContractInquiry;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Option chains and pictures of them. */
@Configuration(proxyBeanMethods = false)
class OptionConfiguration {

    @Bean
    OptionChains optionChains(
            GatewaySession session, ContractDesk contracts, AdapterProperties properties, Clock clock) {
        return new OptionChains(session, contracts, properties.options().chainTtl(), clock);
    }

    @Bean
    UnderlyingPrices underlyingPrices(StringRedisTemplate redis, StreamBus bus) {
        return new UnderlyingPrices(redis, bus.prefix());
    }

    @Bean
    SnapshotDesk optionSnapshotDesk(
            GatewaySession session,
            ContractInquiry inquiry,
            OptionChains chains,
            UnderlyingPrices prices,
            AdapterProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new SnapshotDesk(session, inquiry, chains, prices, properties.options(), clock, meters);
    }
}
