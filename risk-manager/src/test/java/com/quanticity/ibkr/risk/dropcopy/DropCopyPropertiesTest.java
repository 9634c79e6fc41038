package com.quanticity.ibkr.risk.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DropCopyPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new DropCopyProperties(Duration.ofSeconds(20), Duration.ofSeconds(30), 7));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(bind(Map.of(
                        "ibkr.drop-copy.request-timeout", "5s",
                        "ibkr.drop-copy.open-orders-every", "10s",
                        "ibkr.drop-copy.days", "1")))
                .isEqualTo(new DropCopyProperties(Duration.ofSeconds(5), Duration.ofSeconds(10), 1));
    }

    @Test
    void allProblemsAreToldTogether() {
        assertThatThrownBy(() -> new DropCopyProperties(Duration.ZERO, Duration.ofHours(1), 8))
                .hasMessageContainingAll("request-timeout", "open-orders-every", "days must be 1 to 7");
    }

    private static DropCopyProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ibkr.drop-copy", DropCopyProperties.class);
    }
}
