package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private final Cadence cadence = new Cadence();

    @Test
    void saysNothingUntilItKnowsEnough() {
        pauses(199, Duration.ofSeconds(1));
        assertThat(cadence.usual()).isNull();

        pauses(1, Duration.ofSeconds(1));
        assertThat(cadence.usual()).isEqualTo(Duration.ofMillis(1024));
    }

    @Test
    void oneLongPauseInAThousandIsNotUsual() {
        pauses(2_000, Duration.ofMillis(200));
        pauses(2, Duration.ofMinutes(10));
        assertThat(cadence.usual()).isEqualTo(Duration.ofMillis(256));

        pauses(10, Duration.ofMinutes(10));
        assertThat(cadence.usual()).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void learnsAThinHourAfterABusyOne() {
        pauses(100_000, Duration.ofMillis(50));
        pauses(50, Duration.ofSeconds(30));

        assertThat(cadence.usual()).isEqualTo(Duration.ofMillis(32_768));
    }

    @Test
    void pausesBeyondEveryBoundAreOfTheLongest() {
        pauses(300, Duration.ofHours(20));

        assertThat(cadence.usual()).isGreaterThan(Duration.ofHours(1));
    }

    private void pauses(int count, Duration length) {
        for (int i = 0; i < count; i++) {
            cadence.onPause(length.toNanos());
        }
    }
}
