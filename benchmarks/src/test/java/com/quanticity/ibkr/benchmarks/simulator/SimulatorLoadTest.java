package com.quanticity.ibkr.benchmarks.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That every update is accounted for; the other figures mean nothing here. */
@Timeout(60)
class SimulatorLoadTest {

    @Test
    void accountsForEveryUpdateOfEveryLine() throws Exception {
        SimulatorLoad.Result result = new SimulatorLoad(2, 4, 10, Duration.ofSeconds(3)).run();

        assertThat(result.isComplete()).as("%s", result).isTrue();
        assertThat(result.updates()).isBetween(1L, 240L);
    }
}
