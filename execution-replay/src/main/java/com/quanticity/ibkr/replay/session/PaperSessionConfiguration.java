package com.quanticity.ibkr.replay.session;

import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.replay.Step;
import com.quanticity.ibkr.service.StartStop;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The session, when it is wanted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ibkr.replay.session-enabled", havingValue = "true", matchIfMissing = true)
class PaperSessionConfiguration {

    @Bean(destroyMethod = "")
    PaperSession paperSession(GatewaySessionFactory factory, StreamBus bus, StringRedisTemplate redis, Clock clock) {
        return new PaperSession(factory, bus, redis, clock);
    }

    @Bean
    StartStop sessionLifecycle(PaperSession session) {
        return new StartStop(Step.CONNECT, session::start, session::close);
    }
}
