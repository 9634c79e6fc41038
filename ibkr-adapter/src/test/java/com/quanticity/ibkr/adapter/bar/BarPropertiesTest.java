package com.quanticity.ibkr.adapter.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BarPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new BarProperties(
                        List.of("SPY", "QQQ"),
                        false,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        3,
                        5,
                        100_000));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of(
                        "symbols", "AIG",
                        "regular-hours", "true",
                        "grace", "0s",
                        "fill-every", "1s",
                        "look-back", "1m",
                        "fill-within", "2h",
                        "attempts", "1",
                        "keep-days", "2",
                        "buffer-bars", "3")))
                .isEqualTo(new BarProperties(
                        List.of("AIG"),
                        true,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(2),
                        1,
                        2,
                        3));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(Map.of("symbols", "SPY,SPY", "attempts", "0")))
                .rootCause()
                .hasMessage("ibkr.adapter.bars.symbols names one twice; keep one;"
                        + " ibkr.adapter.bars.attempts must be 1 or more, was 0");
    }

    private static BarProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", BarProperties.class);
    }
}
