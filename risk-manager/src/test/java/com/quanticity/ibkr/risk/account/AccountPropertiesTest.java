package com.quanticity.ibkr.risk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccountPropertiesTest {

    @Test
    void defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new AccountProperties(Duration.ofSeconds(55), Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    @Test
    void allKeys() {
        assertThat(bind(Map.of(
                        "ibkr.account.summary-refresh", "20s",
                        "ibkr.account.request-timeout", "3s",
                        "ibkr.account.key-refresh", "10s")))
                .isEqualTo(
                        new AccountProperties(Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ofSeconds(10)));
    }

    @Test
    void viewOlderThanAMinuteIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("ibkr.account.summary-refresh", "61s")))
                .rootCause()
                .hasMessageContaining("ibkr.account.summary-refresh must be more than 0 and at most 60s, was PT1M1S");
    }

    private static AccountProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ibkr.account", AccountProperties.class);
    }
}
