package com.quanticity.ibkr.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {

    @Test
    void doublesUpToThirtySeconds() {
        RestartPause pause = RestartPause.from(Duration.ofSeconds(2));

        assertThat(IntStream.rangeClosed(1, 7).mapToObj(pause::after).map(Duration::toSeconds))
                .containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void staysWhereItIsWhenAskedForLonger() {
        RestartPause pause = RestartPause.from(Duration.ofMinutes(1));

        assertThat(pause.after(5)).isEqualTo(Duration.ofMinutes(1));
    }
}
