package com.quanticity.ibkr.adapter.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class Level1PropertiesTest {

    static Level1Properties defaults() {
        return new Level1Properties(
                List.of(233, 236), 100, 0, Duration.ofMinutes(5), 100, Duration.ofSeconds(15), Map.of());
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(defaults());
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of(
                        "l1.generic-ticks", "",
                        "l1.lines", "10",
                        "l1.reserved-lines", "4",
                        "l1.line-probe", "1m",
                        "l1.volume-unit", "1",
                        "l1.snapshot-patience", "3s",
                        "l1.quiet-allowance.[BRK B]", "2m")))
                .isEqualTo(new Level1Properties(
                        List.of(),
                        10,
                        4,
                        Duration.ofMinutes(1),
                        1,
                        Duration.ofSeconds(3),
                        Map.of("BRK B", Duration.ofMinutes(2))));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(Map.of("l1.lines", "4", "l1.reserved-lines", "4", "l1.volume-unit", "0")))
                .rootCause()
                .hasMessageContaining("reserved-lines, were 4 and 4")
                .hasMessageContaining("volume-unit must be 1 or more");
    }

    private static Level1Properties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("l1", Bindable.of(Level1Properties.class));
    }
}
