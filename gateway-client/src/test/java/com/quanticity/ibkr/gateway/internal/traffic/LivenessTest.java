package com.quanticity.ibkr.gateway.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.internal.traffic.Liveness.Verdict;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private final Liveness liveness =
            new Liveness(new LivenessSettings(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30)));

    @Test
    void probesAtItsInterval() {
        liveness.onConnected(at(0));

        assertThat(liveness.check(at(9), at(9))).isEqualTo(new Verdict.Fine());
        assertThat(liveness.check(at(10), at(9))).isEqualTo(new Verdict.SendProbe());
        assertThat(liveness.check(at(11), at(9))).isEqualTo(new Verdict.Fine());
    }

    @Test
    void probesAgainAfterAnAnswer() {
        liveness.onConnected(at(0));
        liveness.check(at(10), at(9));
        assertThat(liveness.onAnswer()).isTrue();
        assertThat(liveness.onAnswer()).isFalse();

        assertThat(liveness.check(at(20), at(11))).isEqualTo(new Verdict.SendProbe());
    }

    @Test
    void declaresThePeerDeadWhenTheProbeStaysUnansweredThoughDataStillComes() {
        liveness.onConnected(at(0));
        liveness.check(at(10), at(10));

        assertThat(liveness.check(at(15), at(15)))
                .isInstanceOfSatisfying(
                        Verdict.Dead.class,
                        dead -> assertThat(dead.message()).isEqualTo("no answer to the probe for 5000 ms"));
    }

    @Test
    void declaresThePeerDeadWhenNothingComesAtAll() {
        liveness.onConnected(at(0));

        assertThat(liveness.check(at(30), at(0))).isInstanceOf(Verdict.Dead.class);
    }

    private static long at(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
