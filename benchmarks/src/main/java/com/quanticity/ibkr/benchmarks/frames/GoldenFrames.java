package com.quanticity.ibkr.benchmarks.frames;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The golden frames of {@code frames-199.txt}. */
final class GoldenFrames {

    private static final String RESOURCE = "/com/quanticity/ibkr/benchmarks/frames-199.txt";

    private GoldenFrames() {}

    /** All frames of a message, length prefix included, in the order of the file. */
    static List<byte[]> of(String message) {
        return lines().stream()
                .filter(line -> line.startsWith(message + ":"))
                .map(line -> HexFormat.of().parseHex(line, line.indexOf(' ') + 1, line.length()))
                .toList();
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(GoldenFrames.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
