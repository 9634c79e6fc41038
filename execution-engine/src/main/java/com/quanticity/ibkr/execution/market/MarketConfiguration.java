package com.quanticity.ibkr.execution.market;

import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.service.ServiceToken;
import com.quanticity.ibkr.stream.StreamBus;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Keys, streams and REST → view of the market. */
@Configuration(proxyBeanMethods = false)
class MarketConfiguration {

    private static final Duration CONNECT = Duration.ofMillis(500);

    @Bean
    MarketView marketView(StringRedisTemplate redis, StreamBus bus) {
        return new MarketView(redis, bus.prefix());
    }

    @Bean
    Volumes volumes(StreamBus bus, Clock clock) {
        return new Volumes(bus, clock);
    }

    @Bean
    MarketThreads marketThreads(StreamBus bus, MarketView view, Volumes volumes) {
        return new MarketThreads(bus, view, volumes);
    }

    @Bean(destroyMethod = "close")
    HttpClient adapterHttp() {
        return HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    @Bean
    AdapterLine adapterLine(HttpClient adapterHttp, ExecutionProperties properties, ServiceToken token) {
        return new AdapterLine(adapterHttp, properties.adapter(), token);
    }
}
