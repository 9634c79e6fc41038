package com.quanticity.ibkr.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a child process is measured; what it measures here means nothing. */
@Timeout(60)
class ThroughputTest {

    @Test
    // enough frames for a CPU clock that counts hundredths of a second
    void measuresTheSessionInAProcessOfItsOwn() throws IOException {
        Throughput.Result result = new Throughput(512 * 1_024, 1, 2).measure(new NativeSessionSubject());

        assertThat(result.framesPerSecond()).isPositive();
        assertThat(result.cpuNanosPerFrame()).isPositive();
        assertThat(result.bytesPerFrame()).isPositive();
    }

    @Test
    void knowsOurOwnSubjects() {
        assertThat(Subject.all()).extracting(Subject::name).startsWith("native-connection", "native-session");
    }
}
