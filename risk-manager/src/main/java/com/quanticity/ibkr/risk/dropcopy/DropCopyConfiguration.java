package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.risk.RiskMeter;
import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the drop copy. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DropCopyProperties.class)
class DropCopyConfiguration {

    @Bean
    DropCopyStore dropCopyStore(JdbcTemplate jdbc) {
        return new DropCopyStore(jdbc);
    }

    @Bean
    DropCopyBook dropCopyBook(MeterRegistry meters) {
        DropCopyBook book = new DropCopyBook();
        meters.gauge(
                RiskMeter.DROP_COPY_KNOWN.meterName(),
                book,
                known -> known.view().asOf() == null ? 0 : 1);
        meters.gauge(RiskMeter.DROP_COPY_OPEN_ORDERS.meterName(), book, DropCopyBook::openOrders);
        meters.gauge(RiskMeter.DROP_COPY_CROWDED.meterName(), book, full -> full.isCrowded() ? 1 : 0);
        return book;
    }

    @Bean(destroyMethod = "")
    DropCopyOutlet dropCopyOutlet(
            StreamBus bus,
            StringRedisTemplate redis,
            DropCopyStore store,
            DropCopyBook book,
            Clock clock,
            MeterRegistry meters) {
        return new DropCopyOutlet(bus, redis, store, book, clock, meters);
    }

    @Bean
    DropCopyFeed dropCopyFeed(
            DropCopyBook book,
            DropCopyOutlet outlet,
            DropCopyProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new DropCopyFeed(book, outlet, properties, clock, meters);
    }

    @Bean(destroyMethod = "")
    DropCopyCare dropCopyCare(GatewaySession session, DropCopyFeed feed) {
        return new DropCopyCare(session, feed);
    }

    @Bean
    StartStop dropCopyOutletLifecycle(DropCopyOutlet outlet) {
        return new StartStop(Step.DELIVER, outlet::start, outlet::close);
    }

    @Bean
    StartStop dropCopyCareLifecycle(DropCopyCare care, DropCopyProperties properties) {
        return new StartStop(Step.CONNECT, () -> care.start(properties.openOrdersEvery()), care::close);
    }
}
