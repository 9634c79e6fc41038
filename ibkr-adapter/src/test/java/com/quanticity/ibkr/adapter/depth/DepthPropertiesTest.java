package com.quanticity.ibkr.adapter.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepthPropertiesTest {

    @Test
    void defaultsAreTheBlueprints() {
        DepthProperties defaults = TestDepth.settings(Map.of());

        assertThat(defaults.enabled()).isTrue();
        assertThat(defaults.slots()).isEqualTo(3);
        assertThat(defaults.permanent()).isEqualTo("SPY");
        assertThat(defaults.symbols()).isEqualTo(List.of("QQQ", "IWM", "NVDA", "TSLA", "AMZN", "MSFT", "META", "GOOG"));
        assertThat(defaults.turn()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.stuckAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.isSmart()).isTrue();
    }

    @Test
    void tellsEveryProblemAtOnce() {
        Map<String, Object> wrong = Map.of(
                "slots", "0",
                "symbols", "SPY,QQQ,QQQ",
                "turn", "40s",
                "rows", "100",
                "crossed-renewal", "1s",
                "barrier-limit", "0");

        assertThatThrownBy(() -> TestDepth.settings(wrong))
                .rootCause()
                .hasMessageContaining("slots must be 1 to 60, was 0")
                .hasMessageContaining("symbols names one twice")
                .hasMessageContaining("symbols names SPY, which has a slot of its own")
                .hasMessageContaining("rows must be 1 to 60, was 100")
                .hasMessageContaining("crossed-renewal")
                .hasMessageContaining("barrier-limit")
                .hasMessageContaining("stuck-after must be longer than turn and quiet together");
    }
}
