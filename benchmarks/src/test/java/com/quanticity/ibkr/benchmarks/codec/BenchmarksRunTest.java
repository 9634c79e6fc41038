package com.quanticity.ibkr.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.benchmarks.gate.GateBenchmark;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That they run; what they measure here means nothing. */
class BenchmarksRunTest {

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .contains(
                        DecodeBenchmark.class.getName() + ".decode",
                        EncodeBenchmark.class.getName() + ".encode",
                        GateBenchmark.class.getName() + ".limitOrder");
    }
}
