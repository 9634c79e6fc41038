package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.AdapterProperties;
import com.quanticity.ibkr.adapter.RegularCheck;
import com.quanticity.ibkr.adapter.Step;
import com.quanticity.ibkr.adapter.contract.ContractDesk;
import com.quanticity.ibkr.adapter.contract.ContractInquiry;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
            MeterRegistry meters,
            PictureKeeper keeper) {
        return new SnapshotDesk(session, inquiry, chains, prices, properties.options(), clock, meters, keeper);
    }

    @Bean
    PictureKeeper optionPictureKeeper(JdbcTemplate database, PlatformTransactionManager transactions) {
        return new PictureKeeper(new PictureStore(database, new TransactionTemplate(transactions)));
    }

    @Bean
    StartStop optionPictureLifecycle(PictureKeeper keeper) {
        RegularCheck storing = new RegularCheck("option-pictures", Duration.ofSeconds(1), keeper::save);
        return new StartStop(Step.PUBLISH, storing::start, () -> {
            storing.close();
            keeper.save();
        });
    }
}
