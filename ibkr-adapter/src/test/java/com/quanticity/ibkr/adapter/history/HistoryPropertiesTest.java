package com.quanticity.ibkr.adapter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.adapter.history.upkeep.UpkeepProperties;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HistoryPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new HistoryProperties(
                        true,
                        100,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(15),
                        Duration.ofHours(1),
                        new UpkeepProperties(Duration.ofMinutes(1), Duration.ofDays(30), null, null)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of(
                        "history.enabled", "false",
                        "history.batch-entries", "7",
                        "history.behind-after", "2s",
                        "history.stopped-after", "3s",
                        "history.lost-for", "4s",
                        "history.upkeep.every", "5s",
                        "history.upkeep.compress-after", "6d",
                        "history.upkeep.keep-ticks", "90d",
                        "history.upkeep.keep-bars", "800d")))
                .isEqualTo(new HistoryProperties(
                        false,
                        7,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        new UpkeepProperties(
                                Duration.ofSeconds(5), Duration.ofDays(6), Duration.ofDays(90), Duration.ofDays(800))));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(Map.of("history.batch-entries", "0", "history.lost-for", "0s")))
                .rootCause()
                .hasMessage("ibkr.adapter.history.batch-entries must be 1 or more, was 0;"
                        + " ibkr.adapter.history.lost-for must be positive, was PT0S");
    }

    @Test
    void refusesToKeepLessThanADay() {
        assertThatThrownBy(() -> bind(Map.of("history.upkeep.every", "0s", "history.upkeep.keep-ticks", "1s")))
                .rootCause()
                .hasMessage("ibkr.adapter.history.upkeep.every must be positive, was PT0S;"
                        + " ibkr.adapter.history.upkeep.keep-ticks must be a day or more, was PT1S");
    }

    private static HistoryProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("history", Bindable.of(HistoryProperties.class));
    }
}
