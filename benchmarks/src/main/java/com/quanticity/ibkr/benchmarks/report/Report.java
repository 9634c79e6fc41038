package com.quanticity.ibkr.benchmarks.report;

import com.quanticity.ibkr.benchmarks.codec.CodecRun.CodecResult;
import com.quanticity.ibkr.benchmarks.throughput.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gathers results and writes them as Markdown, which reads well enough on a terminal too. */
public final class Report {

    private static final String NATIVE = "native";
    private static final String OFFICIAL = "official";

    private final Machine machine;
    private final List<CodecResult> codec = new ArrayList<>();
    private final List<Throughput.Result> sockets = new ArrayList<>();

    /** To be made before anything is measured. */
    public Report(Clock clock) {
        this.machine = Machine.here(clock);
    }

    public void codec(List<CodecResult> results) {
        codec.addAll(results);
    }

    public void socket(Throughput.Result result) {
        sockets.add(result);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("\nMeasured ").append(machine).append(".\n");
        if (!codec.isEmpty()) {
            codecTable(text);
        }
        if (!sockets.isEmpty()) {
            socketTable(text);
        }
        ratios(text);
        return text.toString();
    }

    /** Replaces what stands between the two marks. */
    public void writeInto(Path document) throws IOException {
        new Section("measured").replaceIn(document, text());
    }

    private void codecTable(StringBuilder text) {
        text.append(
                "\n| one thread, no socket | | ns | ± | CPU ns | bytes allocated | million/s |\n|---|---|---:|---:|---:|---:|---:|\n");
        for (CodecResult result : codec) {
            text.append("| ")
                    .append(result.benchmark())
                    .append(" | ")
                    .append(result.subject())
                    .append(" | ")
                    .append(decimals(result.nanos(), 1))
                    .append(" | ")
                    .append(decimals(result.error(), 1))
                    .append(" | ")
                    .append(decimals(result.cpuNanos(), 1))
                    .append(" | ")
                    .append(decimals(result.bytes(), 0))
                    .append(" | ")
                    .append(decimals(1_000 / result.nanos(), 2))
                    .append(" |\n");
        }
    }

    private void socketTable(StringBuilder text) {
        text.append("\n| loopback socket to listener | million frames/s | CPU ns/frame | bytes allocated/frame |\n")
                .append("|---|---:|---:|---:|\n");
        for (Throughput.Result result : sockets) {
            text.append("| ")
                    .append(result.subject().description())
                    .append(" | ")
                    .append(decimals(result.framesPerSecond() / 1e6, 2))
                    .append(" | ")
                    .append(decimals(result.cpuNanosPerFrame(), 0))
                    .append(" | ")
                    .append(decimals(result.bytesPerFrame(), 0))
                    .append(" |\n");
        }
    }

    private void ratios(StringBuilder text) {
        Optional<CodecResult> ours = readPath(NATIVE);
        Optional<CodecResult> theirs = readPath(OFFICIAL);
        Optional<Throughput.Result> ourSocket = socket(NATIVE);
        Optional<Throughput.Result> theirSocket = socket(OFFICIAL);
        if (ours.isPresent() && theirs.isPresent()) {
            ratio(
                    text,
                    "One thread, frames out of memory",
                    theirs.get().nanos() / ours.get().nanos(),
                    theirs.get().cpuNanos() / ours.get().cpuNanos());
        }
        if (ourSocket.isPresent() && theirSocket.isPresent()) {
            ratio(
                    text,
                    "Through a socket",
                    ourSocket.get().framesPerSecond() / theirSocket.get().framesPerSecond(),
                    theirSocket.get().cpuNanosPerFrame() / ourSocket.get().cpuNanosPerFrame());
        }
        if (theirs.isEmpty() && theirSocket.isEmpty()) {
            text.append(
                    "\nInteractive Brokers' own client was not measured: ./install-tws-api puts it where it is found.\n");
        }
    }

    private static void ratio(StringBuilder text, String what, double elapsed, double cpu) {
        text.append('\n')
                .append(what)
                .append(": ")
                .append(decimals(elapsed, 1))
                .append(" × Interactive Brokers' own reader by elapsed time, ")
                .append(decimals(cpu, 1))
                .append(" × by CPU time.\n");
    }

    private Optional<CodecResult> readPath(String who) {
        return codec.stream()
                .filter(result -> result.benchmark().equals(who + "ReadPath"))
                .findFirst();
    }

    /** The first subject of that kind: the bare connection. */
    private Optional<Throughput.Result> socket(String who) {
        return sockets.stream()
                .filter(result -> result.subject().name().startsWith(who))
                .findFirst();
    }

    private static String decimals(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
