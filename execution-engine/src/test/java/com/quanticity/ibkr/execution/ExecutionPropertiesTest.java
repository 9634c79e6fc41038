package com.quanticity.ibkr.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.execution.parent.ParentProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ExecutionPropertiesTest {

    private static final URI ADAPTER = URI.create("http://127.0.0.1:8081");
    private static final ParentProperties PARENTS = new ParentProperties(
            Duration.ofSeconds(1),
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(10),
            20,
            "5 mins");

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ExecutionProperties(
                        Duration.ofSeconds(30), 100, Duration.ofMillis(500), Duration.ofDays(7), ADAPTER, PARENTS));
    }

    @Test
    void takesEveryKey() {
        assertThat(bound(Map.of(
                        "ibkr.execution.command-max-age", "5s",
                        "ibkr.execution.outbox-batch", "7",
                        "ibkr.execution.outbox-poll", "1s",
                        "ibkr.execution.retention", "2d",
                        "ibkr.execution.adapter", "http://adapter:1")))
                .isEqualTo(new ExecutionProperties(
                        Duration.ofSeconds(5),
                        7,
                        Duration.ofSeconds(1),
                        Duration.ofDays(2),
                        URI.create("http://adapter:1"),
                        PARENTS));
    }

    @Test
    void tellsAllProblemsTogether() {
        assertThatThrownBy(
                        () -> new ExecutionProperties(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, ADAPTER, PARENTS))
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
