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
import org.springframework.util.unit.DataSize;

class HistoryPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new HistoryProperties(
                        true,
                        200,
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(15),
                        Duration.ofHours(1),
                        new UpkeepProperties(
                                Duration.ofMinutes(1),
                                Duration.ofDays(30),
                                null,
                                null,
                                Duration.ofDays(90),
                                Duration.ofDays(90))));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("history.enabled", "false"),
                        Map.entry("history.batch-entries", "7"),
                        Map.entry("history.batch-size", "8KB"),
                        Map.entry("history.behind-after", "2s"),
                        Map.entry("history.stopped-after", "3s"),
                        Map.entry("history.lost-for", "4s"),
                        Map.entry("history.upkeep.every", "5s"),
                        Map.entry("history.upkeep.compress-after", "6d"),
                        Map.entry("history.upkeep.keep-ticks", "90d"),
                        Map.entry("history.upkeep.keep-bars", "800d"),
                        Map.entry("history.upkeep.keep-turns", "10d"))))
                .isEqualTo(new HistoryProperties(
                        false,
                        7,
                        DataSize.ofKilobytes(8),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        new UpkeepProperties(
                                Duration.ofSeconds(5),
                                Duration.ofDays(6),
                                Duration.ofDays(90),
                                Duration.ofDays(800),
                                Duration.ofDays(10),
                                Duration.ofDays(90))));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(
                        Map.of("history.batch-entries", "0", "history.batch-size", "65MB", "history.lost-for", "0s")))
                .rootCause()
                .hasMessage("ibkr.adapter.history.batch-entries must be 1 or more, was 0;"
                        + " ibkr.adapter.history.batch-size must be between 1 byte and 64MB, was 68157440B;"
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
