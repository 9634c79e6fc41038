package com.quanticity.ibkr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps {@code docs/configuration.md} and {@code docs/metrics.md} equal to the code of all modules. Write them anew with
 * {@code -Dibkr.docs.write=true}.
 */
class ReferenceDocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "service-starter",
            "stream-bus",
            "gateway-client",
            "ibkr-adapter",
            "risk-manager",
            "execution-engine",
            "execution-replay",
            "ops-console",
            "gateway-simulator");
    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";

    /** An enum constant with its comment and its arguments, for example {@code /** Quotes. *}{@code / QUOTES("quotes_total"),}. */
    private static final Pattern METER = Pattern.compile(
            "(?:/\\*\\*\\s*(?<comment>(?:(?!\\*/).)*?)\\s*\\*/\\s*)?(?<constant>[A-Z][A-Z_]+)\\(\\s*\"(?<name>[a-z_.]+)\"(?<rest>.*?)\\)\\s*[,;]\\s*\\n",
            Pattern.DOTALL);

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    @Test
    void configurationDocumentIsWhatTheCodeSays() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Configuration

                Generated from the configuration records by `ReferenceDocumentsTest`; do not edit. Only the platform's own properties; Spring
                Boot's (`server.*`, `spring.datasource.*`, `spring.data.redis.*`) are in its reference. As environment variables they are
                written in capitals with underscores: `IBKR_GATEWAY_HOST`. Durations read like `500ms`, `30s`, `5m`.
                """);
        for (String module : MODULES) {
            appendProperties(text, module);
        }
        compare("configuration.md", text.toString());
    }

    @Test
    void metricsDocumentIsWhatTheCodeSays() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Metrics

                Generated from the meter enums by `ReferenceDocumentsTest`; do not edit. Prometheus reads them at `/actuator/prometheus`, with
                dots written as underscores. Those of the JVM, HTTP, Redis and PostgreSQL come with the libraries.

                | module | meter | meaning |
                |---|---|---|
                """);
        for (String module : MODULES) {
            appendMeters(text, module);
        }
        compare("metrics.md", text.toString());
    }

    private static void appendProperties(StringBuilder text, String module) throws IOException {
        Path metadata = ROOT.resolve(module).resolve(METADATA);
        if (!Files.exists(metadata)) {
            return;
        }
        Map<String, String> rows = new TreeMap<>();
        for (JsonNode property : JsonMapper.shared().readTree(metadata.toFile()).path("properties")) {
            String name = property.path("name").asString();
            if (name.startsWith("ibkr.")) {
                rows.put(name, row(property));
            }
        }
        if (!rows.isEmpty()) {
            text.append("\n## ")
                    .append(module)
                    .append("\n\n| property | type | default | meaning |\n|---|---|---|---|\n");
            rows.values().forEach(text::append);
        }
    }

    private static String row(JsonNode property) {
        JsonNode preset = property.path("defaultValue");
        String shown =
                preset.isMissingNode() ? "" : "`" + (preset.isArray() ? preset.toString() : preset.asString()) + "`";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        property.path("name").asString(),
                        property.path("type")
                                .asString()
                                .replaceAll("[a-z]+\\.(?:[a-z0-9]+\\.)*", "")
                                .replace('$', '.'),
                        shown,
                        oneLine(property.path("description").asString("")));
    }

    private static void appendMeters(StringBuilder text, String module) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            files.filter(file -> file.getFileName().toString().endsWith("Meter.java"))
                    .sorted()
                    .forEach(sources::add);
        }
        for (Path source : sources) {
            Matcher meter = METER.matcher(Files.readString(source));
            while (meter.find()) {
                text.append("| %s | `%s` | %s |\n".formatted(module, meter.group("name"), meaning(meter)));
            }
        }
    }

    private static String meaning(Matcher meter) {
        if (meter.group("comment") != null) {
            return oneLine(meter.group("comment"));
        }
        List<String> texts = TEXT.matcher(meter.group("rest"))
                .results()
                .map(result -> result.group(1))
                .toList();
        return texts.isEmpty() ? "" : oneLine(texts.getLast());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static void compare(String document, String generated) throws IOException {
        Path file = ROOT.resolve("docs").resolve(document);
        if (Boolean.getBoolean("ibkr.docs.write")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("run this test with -Dibkr.docs.write=true and commit docs/" + document)
                .isEqualTo(generated);
    }
}
