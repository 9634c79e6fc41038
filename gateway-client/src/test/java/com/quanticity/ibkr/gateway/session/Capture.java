package com.quanticity.ibkr.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One recorded conversation: the full collection of the wire specification when it is there, else two copied samples. */
record Capture(String name, List<Map<String, @Nullable Object>> lines) {

    private static final Path FULL = Path.of("..", "..", "shared", "tws-wire", "captures");
    private static final Path SAMPLE = Path.of("src", "test", "resources", "captures");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Stream<Capture> all() {
        Path folder = Files.isDirectory(FULL) ? FULL : SAMPLE;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream()
                    .map(Capture::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Capture read(Path file) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                lines.add(JSON.readValue(line, new TypeReference<Map<String, @Nullable Object>>() {}));
            }
            return new Capture(file.getFileName().toString().replace(".jsonl", ""), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number at the start of the file name. */
    String number() {
        return name.substring(0, 2);
    }

    @Override
    public String toString() {
        return name;
    }
}
