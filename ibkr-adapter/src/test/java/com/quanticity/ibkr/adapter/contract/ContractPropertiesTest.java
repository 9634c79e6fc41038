package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ContractPropertiesTest {

    @Test
    void refreshesAtSevenUnlessToldOtherwise() {
        assertThat(bind(Map.of("ibkr.adapter.contracts.refresh-pause", "200ms")))
                .isEqualTo(new ContractProperties(LocalTime.of(7, 0), Duration.ofMillis(200), Duration.ofSeconds(5)));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.of(
                        "ibkr.adapter.contracts.refresh-at", "06:30",
                        "ibkr.adapter.contracts.refresh-pause", "0s",
                        "ibkr.adapter.contracts.refresh-look", "1s")))
                .isEqualTo(new ContractProperties(LocalTime.of(6, 30), Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractProperties(LocalTime.NOON, Duration.ofSeconds(-1), Duration.ZERO))
                .withMessage("ibkr.adapter.contracts.refresh-pause must be 0 or longer, was PT-1S;"
                        + " ibkr.adapter.contracts.refresh-look must be positive, was PT0S");
    }

    private static ContractProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("ibkr.adapter.contracts", Bindable.of(ContractProperties.class))
                .get();
    }
}
