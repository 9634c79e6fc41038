package com.quanticity.ibkr.gateway.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Golden frames: the full files of the wire specification when they are there, else the small copied sample. */
public final class Vectors {

    private static final Path FULL = Path.of("..", "..", "shared", "tws-wire", "vectors");
    private static final Path SAMPLE = Path.of("src", "test", "resources", "vectors");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Vectors() {}

    /** One line of a vector file. */
    public record Vector(Map<String, Object> members) {

        public String name() {
            return (String) members.getOrDefault("name", "");
        }

        public String message() {
            return name().substring(0, name().indexOf(':'));
        }

        public int serverVersion() {
            return (int) members.getOrDefault("serverVersion", 0);
        }

        public String encoder() {
            return (String) members.getOrDefault("encoder", "");
        }

        public String hex() {
            return (String) members.getOrDefault("hex", "");
        }

        public String callback() {
            return String.valueOf(members.get("callback"));
        }

        public byte[] bytes() {
            return HexFormat.of().parseHex(hex());
        }

        @SuppressWarnings("unchecked")
        public Map<String, Object> args() {
            return (Map<String, Object>) members.getOrDefault("args", Map.of());
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> then() {
            return (List<Map<String, Object>>) members.getOrDefault("then", List.of());
        }

        @Override
        public String toString() {
            return name() + "@" + serverVersion() + (encoder().isEmpty() ? "" : " " + encoder());
        }
    }

    public static Stream<Vector> requests() {
        return read("requests.jsonl");
    }

    public static Stream<Vector> events() {
        return read("events.jsonl");
    }

    public static boolean fullFilesAreThere() {
        return Files.isDirectory(FULL);
    }

    private static Stream<Vector> read(String file) {
        Path path = (fullFilesAreThere() ? FULL : SAMPLE).resolve(file);
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> new Vector(JSON.readValue(line, new TypeReference<Map<String, Object>>() {})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
