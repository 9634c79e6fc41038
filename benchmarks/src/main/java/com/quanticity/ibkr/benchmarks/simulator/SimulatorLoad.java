package com.quanticity.ibkr.benchmarks.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Many clients with many lines each at the simulator, every frame accounted for.
 *
 * @param clients connected at once
 * @param lines of each client
 * @param perSecond updates of each line
 * @param length of the recording
 */
public record SimulatorLoad(int clients, int lines, int perSecond, Duration length) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * What came of it.
     *
     * @param updates rows that reached a client after the first of their line
     * @param wrongUpdates rows that did not follow their predecessor
     * @param unequalLines lines whose rows are not those that the simulator counted for them
     * @param unequalClients clients that got another number of price frames than the simulator's witness saw leave
     * @param seconds from the last subscription to the last update
     * @param cpu the simulator's processor time in them
     * @param mostMebibytes the simulator's resident memory at most
     * @param typicalMillis half of the updates were not later than this
     * @param lateMillis all but one in a thousand were not later than this
     */
    public record Result(
            SimulatorLoad load,
            long updates,
            long wrongUpdates,
            int unequalLines,
            int unequalClients,
            double seconds,
            Duration cpu,
            double mostMebibytes,
            int typicalMillis,
            int lateMillis) {

        /** Whether every update that left the simulator arrived, once and in turn. */
        public boolean isComplete() {
            return wrongUpdates == 0 && unequalLines == 0 && unequalClients == 0;
        }
    }

    /** Two minutes of 50 clients with 100 lines each at ten updates a second. */
    public static SimulatorLoad full() {
        return new SimulatorLoad(50, 100, 10, Duration.ofSeconds(125));
    }

    /**
     * Runs it.
     *
     * @throws IOException when the simulator does not start, cuts a client or never sends the last rows
     */
    public Result run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("simulator-load");
        LoadTape tape = new LoadTape(lines, perSecond, length);
        try {
            tape.writeInto(folder);
            try (SimulatorProcess simulator = SimulatorProcess.start(folder)) {
                return run(simulator, tape);
            }
        } finally {
            delete(folder);
        }
    }

    private Result run(SimulatorProcess simulator, LoadTape tape) throws IOException, InterruptedException {
        Lateness lateness = new Lateness(tape);
        List<LoadClient> all = new ArrayList<>();
        try {
            for (int id = 1; id <= clients; id++) {
                all.add(new LoadClient(simulator.port(), id, tape, lateness));
            }
            subscribe(all, tape);
            Duration cpuBefore = simulator.cpu();
            long before = System.nanoTime();
            await(all);
            double seconds = (System.nanoTime() - before) / 1e9;
            Duration cpu = simulator.cpu().minus(cpuBefore);
            return compare(simulator, all, lateness, seconds, cpu);
        } finally {
            for (LoadClient client : all) {
                client.close();
            }
        }
    }

    private static void subscribe(List<LoadClient> all, LoadTape tape) throws InterruptedException {
        List<Thread> threads = all.stream()
                .map(client -> Thread.ofPlatform().start(() -> {
                    try {
                        client.subscribe(tape.names());
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void await(List<LoadClient> all) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + length.plus(PATIENCE).toNanos();
        for (LoadClient client : all) {
            if (!client.end().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IOException("client " + client.clientId() + " has "
                        + client.end().getCount() + " lines without their last row; see whether the simulator cut it");
            }
        }
    }

    private Result compare(
            SimulatorProcess simulator, List<LoadClient> all, Lateness lateness, double seconds, Duration cpu)
            throws IOException, InterruptedException {
        JsonNode witnessed = simulator.get("witness").get("clients");
        JsonNode states = simulator.get("state").get("clients");
        int unequalLines = 0;
        int unequalClients = 0;
        long updates = 0;
        for (LoadClient client : all) {
            unequalClients += priceFrames(witnessed, client) == client.tickPrices() ? 0 : 1;
            for (JsonNode line : of(states, "id", client).get("subscriptions")) {
                int number = line.get("requestId").asInt();
                updates += client.rowsAfterFirst(number);
                unequalLines += line.get("rows").asLong() == client.rowsAfterFirst(number) ? 0 : 1;
            }
        }
        return new Result(
                this,
                updates,
                all.stream().mapToLong(LoadClient::wrong).sum(),
                unequalLines,
                unequalClients,
                seconds,
                cpu,
                simulator.mostMebibytes(),
                lateness.millis(0.5),
                lateness.millis(0.999));
    }

    private static long priceFrames(JsonNode witnessed, LoadClient client) {
        return of(witnessed, "clientId", client).get("sent").get("TICK_PRICE").asLong();
    }

    private static JsonNode of(JsonNode clients, String field, LoadClient client) {
        for (JsonNode each : clients) {
            if (each.get(field).asInt() == client.clientId()) {
                return each;
            }
        }
        throw new IllegalStateException("the simulator does not know client " + client.clientId());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
