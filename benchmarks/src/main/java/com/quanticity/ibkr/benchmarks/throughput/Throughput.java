package com.quanticity.ibkr.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.quanticity.ibkr.benchmarks.frames.Tape;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures one subject in a child process: rounds of a fixed number of level 1 frames, the next one only when the last is delivered,
 * so that a client with an unbounded queue is measured until its queue is empty again.
 *
 * @param framesPerRound an even number
 * @param warmUpRounds not counted
 * @param rounds counted; the median is reported
 */
public record Throughput(int framesPerRound, int warmUpRounds, int rounds) {

    private static final int CHUNK_FRAMES = Tape.FRAMES;

    /** One subject's median round. */
    public record Result(Subject subject, double framesPerSecond, double cpuNanosPerFrame, double bytesPerFrame) {}

    private record Round(long nanos, long cpuNanos, long bytes) {}

    public Result measure(Subject subject) throws IOException {
        try (LoopbackGateway gateway = LoopbackGateway.start(Clock.systemUTC())) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChildMain.class.getName(),
                            subject.name(),
                            Integer.toString(gateway.port()),
                            Long.toString(sentPerRound()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = child.inputReader(UTF_8)) {
                expect(lines.readLine(), "ready");
                List<Round> measured = new ArrayList<>();
                for (int i = 0; i < warmUpRounds + rounds; i++) {
                    child.getOutputStream().write('\n');
                    child.getOutputStream().flush();
                    blast(gateway);
                    Round round = round(lines.readLine());
                    if (i >= warmUpRounds) {
                        measured.add(round);
                    }
                }
                child.getOutputStream().close();
                return median(subject, measured);
            } finally {
                child.destroy();
            }
        }
    }

    private long sentPerRound() {
        return (long) Math.ceilDiv(framesPerRound, CHUNK_FRAMES) * CHUNK_FRAMES;
    }

    private void blast(LoopbackGateway gateway) throws IOException {
        byte[] chunk = Tape.levelOne().bytes();
        for (long sent = 0; sent < sentPerRound(); sent += CHUNK_FRAMES) {
            gateway.send(chunk, chunk.length);
        }
    }

    private Result median(Subject subject, List<Round> measured) {
        measured.sort(Comparator.comparingLong(Round::nanos));
        Round median = measured.get(measured.size() / 2);
        double frames = sentPerRound();
        return new Result(subject, frames * 1e9 / median.nanos(), median.cpuNanos() / frames, median.bytes() / frames);
    }

    private static Round round(String line) throws IOException {
        String[] words = String.valueOf(line).split(" ");
        expect(words[0], "round");
        return new Round(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }

    private static void expect(String said, String expected) throws IOException {
        if (!expected.equals(said)) {
            throw new IOException(
                    "the measured process said '" + said + "' instead of '" + expected + "'; see its output above");
        }
    }
}
