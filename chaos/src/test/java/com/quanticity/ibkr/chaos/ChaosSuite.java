package com.quanticity.ibkr.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The runs as a test, in the profile {@code chaos} only. */
class ChaosSuite {

    @Test
    void violatesNoInvariant() {
        String runs = System.getProperty("chaos.runs", "500");
        String seed = System.getProperty("chaos.seed", "1");
        String[] arguments = {"--runs", runs, "--seed", seed, "--report", "target/chaos.md"};

        assertThat(ChaosCommand.run(arguments, Path.of(".."), System.out, System.err))
                .isZero();
    }

    @Test
    void everyStoryHolds() {
        assertThat(ChaosCommand.run(new String[] {"--story"}, Path.of(".."), System.out, System.err))
                .isZero();
    }
}
