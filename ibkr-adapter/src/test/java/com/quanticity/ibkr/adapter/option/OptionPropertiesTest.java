package com.quanticity.ibkr.adapter.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OptionPropertiesTest {

    @Test
    void hasDefaultsForEverything() {
        assertThat(bind(Map.of("ibkr.adapter.options.snapshot-lines", "20")))
                .isEqualTo(new OptionProperties(Duration.ofHours(6), 20, Duration.ofMillis(50), 400));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of(
                        "ibkr.adapter.options.chain-ttl", "1h",
                        "ibkr.adapter.options.snapshot-lines", "3",
                        "ibkr.adapter.options.snapshot-pause", "0s",
                        "ibkr.adapter.options.snapshot-options", "10")))
                .isEqualTo(new OptionProperties(Duration.ofHours(1), 3, Duration.ZERO, 10));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptionProperties(Duration.ZERO, 0, Duration.ofSeconds(-1), 0))
                .withMessageContainingAll("chain-ttl", "snapshot-lines", "snapshot-pause", "snapshot-options");
    }

    private static OptionProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("ibkr.adapter.options", Bindable.of(OptionProperties.class))
                .get();
    }
}
