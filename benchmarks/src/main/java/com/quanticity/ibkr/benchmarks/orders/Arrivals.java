package com.quanticity.ibkr.benchmarks.orders;

import com.quanticity.ibkr.simulator.SimulatorWitness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When orders came out of the socket, read off the simulator's transcript: what a broker then checks, slower the more orders work, is not
 * the platform's.
 */
final class Arrivals implements AutoCloseable {

    /** A PLACE_ORDER from a client, and the ULID that we give as its reference. */
    private static final Pattern ORDER = Pattern.compile("^(\\S+) \\d+ < 3\\|.*\\|([0-9A-HJKMNP-TV-Z]{26})\\|.*");

    private final SimulatorWitness witness;
    private final Path file = Files.createTempFile("arrivals-", ".txt");
    private final Map<String, Instant> first = new LinkedHashMap<>();

    Arrivals(SimulatorWitness witness) throws IOException {
        this.witness = witness;
        witness.startTranscript(file);
    }

    /** By client order id, of everything that has come so far. */
    Map<String, Instant> read() throws IOException {
        witness.endTranscript();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            lines.map(ORDER::matcher)
                    .filter(Matcher::matches)
                    .forEach(order -> first.putIfAbsent(order.group(2), Instant.parse(order.group(1))));
        }
        witness.startTranscript(file);
        return Map.copyOf(first);
    }

    @Override
    public void close() throws IOException {
        witness.endTranscript();
        Files.deleteIfExists(file);
    }
}
