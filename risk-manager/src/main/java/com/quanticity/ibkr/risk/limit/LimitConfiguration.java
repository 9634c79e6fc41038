package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.risk.lifecycle.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    LimitStore limitStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new LimitStore(jdbc, new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "")
    LimitAnnouncer limitAnnouncer(StreamBus bus, StringRedisTemplate redis, MeterRegistry meters) {
        return new LimitAnnouncer(bus, redis, meters);
    }

    @Bean
    LimitDesk limitDesk(LimitStore store, LimitAnnouncer announcer, LimitProperties properties, Clock clock) {
        return new LimitDesk(
                store, read(properties.initial()), announcer::announce, properties.longestOverride(), clock);
    }

    @Bean(destroyMethod = "")
    BreachRecorder breachRecorder(StreamBus bus, LimitStore store) {
        return new BreachRecorder(bus, store);
    }

    @Bean
    LimitController limitController(LimitDesk desk, LimitStore store) {
        return new LimitController(desk, store);
    }

    @Bean
    StartStop limitAnnouncerLifecycle(LimitAnnouncer announcer, LimitDesk desk) {
        return new StartStop(Step.ANNOUNCE, () -> announcer.start(desk::limits), announcer::close);
    }

    @Bean
    StartStop breachRecorderLifecycle(BreachRecorder recorder) {
        return new StartStop(Step.LISTEN, recorder::start, recorder::close);
    }

    static @Nullable LimitContent read(@Nullable Resource resource) {
        if (resource == null) {
            return null;
        }
        try {
            LimitContent content =
                    ModelJson.read(resource.getContentAsString(StandardCharsets.UTF_8), LimitContent.class);
            String problem = content.problem();
            if (problem != null) {
                throw new IllegalArgumentException(resource.getDescription() + ": " + problem);
            }
            return content;
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(
                    "ibkr.limits.initial: " + resource.getDescription() + " is no limits file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(resource.getDescription() + " cannot be read", e);
        }
    }
}
