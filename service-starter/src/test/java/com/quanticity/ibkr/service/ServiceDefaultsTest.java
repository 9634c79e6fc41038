package com.quanticity.ibkr.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@RunsSampleService
class ServiceDefaultsTest {

    @Autowired
    private Environment environment;

    @Autowired
    private Clock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ServiceToken token;

    @Test
    void runsOnVirtualThreadsWithASmallPool() {
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
                .isEqualTo("4");
    }

    @Test
    void givesAnUtcClock() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void tagsEveryMeterWithItsComponent() {
        meters.counter("sample").increment();

        assertThat(meters.get("sample")
                        .tag("component", "sample-service")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(token).hasToString("******");
        assertThat(new ServiceProperties("a-token-of-the-test", false).toString())
                .doesNotContain("a-token");
    }
}
