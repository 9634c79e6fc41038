package com.quanticity.ibkr.benchmarks.codec;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH benchmarks of some packages, each in a JVM of its own.
 *
 * @param packages last parts of their packages, as a regular expression
 * @param quick one short iteration in this JVM: shows that they run, measures nothing
 */
public record CodecRun(String packages, boolean quick) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * One benchmark's figures.
     *
     * @param benchmark name of the method
     * @param subject what it worked on, empty for a benchmark without a choice
     * @param nanos elapsed for one operation
     * @param error half the 99.9 % confidence interval, NaN when there are too few iterations for one
     * @param cpuNanos CPU time of the process for one operation, garbage collection included
     * @param bytes allocated for one operation
     */
    public record CodecResult(
            String benchmark, String subject, double nanos, double error, double cpuNanos, double bytes) {}

    public List<CodecResult> run() {
        System.err.println(packages + ": a JVM for each benchmark");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("com\\.quanticity\\.ibkr\\.benchmarks\\.(" + packages + ")\\..*")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(quick ? 0 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 1 : 5)
                .measurementTime(quick ? TimeValue.milliseconds(1) : TimeValue.seconds(1))
                .forks(quick ? 0 : 1);
        try {
            return new Runner(options.build())
                    .run().stream().map(CodecRun::result).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("a benchmark failed: " + e.getMessage(), e);
        }
    }

    private static CodecResult result(RunResult run) {
        Result<?> time = run.getPrimaryResult();
        String name = run.getParams().getBenchmark();
        String subject = run.getParams().getParamsKeys().stream()
                .map(key -> run.getParams().getParam(key))
                .findFirst()
                .orElse("");
        return new CodecResult(
                name.substring(name.lastIndexOf('.') + 1),
                subject,
                time.getScore(),
                time.getScoreError(),
                secondary(run, CpuProfiler.LABEL),
                secondary(run, ALLOCATED));
    }

    private static double secondary(RunResult run, String label) {
        Result<?> result = run.getSecondaryResults().get(label);
        return result == null ? Double.NaN : result.getScore();
    }
}
