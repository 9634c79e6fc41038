package com.quanticity.ibkr.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExecutionPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ExecutionProperties(
                        Duration.ofSeconds(30), 100, Duration.ofMillis(500), Duration.ofDays(7)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bound(Map.of(
                        "ibkr.execution.command-max-age", "5s",
                        "ibkr.execution.outbox-batch", "7",
                        "ibkr.execution.outbox-poll", "1s",
                        "ibkr.execution.retention", "2d")))
                .isEqualTo(
                        new ExecutionProperties(Duration.ofSeconds(5), 7, Duration.ofSeconds(1), Duration.ofDays(2)));
    }

    @Test
    void tellsAllProblemsTogether() {
        assertThatThrownBy(() -> new ExecutionProperties(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("command-max-age")
                .hasMessageContaining("outbox-batch")
                .hasMessageContaining("outbox-poll")
                .hasMessageContaining("retention");
    }

    private static ExecutionProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ibkr.execution", ExecutionProperties.class);
    }
}
