package com.quanticity.ibkr.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TradingStatePropertiesTest {

    @Test
    void defaults() {
        assertThat(bind(Map.of("ibkr.risk.initial-trading-state", "HALTED")))
                .isEqualTo(new TradingStateProperties(TradingState.HALTED, Duration.ofMinutes(1)));
    }

    @Test
    void allKeys() {
        assertThat(bind(Map.of("ibkr.risk.initial-trading-state", "ACTIVE", "ibkr.risk.resume-validity", "30s")))
                .isEqualTo(new TradingStateProperties(TradingState.ACTIVE, Duration.ofSeconds(30)));
    }

    @Test
    void initialStateMustBeWritten() {
        assertThatThrownBy(() -> bind(Map.of("ibkr.risk.resume-validity", "30s")))
                .rootCause()
                .hasMessageContaining("ibkr.risk.initial-trading-state must be ACTIVE or HALTED, was not set");
    }

    @Test
    void reducingIsNoInitialState() {
        assertThatThrownBy(() -> bind(Map.of("ibkr.risk.initial-trading-state", "REDUCING")))
                .rootCause()
                .hasMessageContaining("was REDUCING");
    }

    private static TradingStateProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ibkr.risk", TradingStateProperties.class);
    }
}
