package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/streams.md} equal to the code. Write it anew with {@code -Dibkr.docs.write=true}. */
class StreamDocumentationTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "streams.md");

    private final Set<Class<?>> records = new LinkedHashSet<>();

    @Test
    void streamsDocumentIsWhatTheCodeSays() throws IOException {
        String generated = document();
        if (Boolean.getBoolean("ibkr.docs.write")) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dibkr.docs.write=true and commit docs/streams.md")
                .isEqualTo(generated);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Streams

                Generated from `common-model` by `StreamDocumentationTest`; do not edit. Keys may carry a prefix (`ibkr.streams.prefix`,
                `replay:{runId}:`). Every stream is trimmed to about its bound; messages that cannot be handled go to `<stream>.dead`.

                Business streams have the entry fields `type`, `v` (schema version), `id` (ULID, the same when delivered again), `at`
                (ISO UTC), `key` (messages of one key stay in order) and `data` (JSON). Decimals are JSON strings, times ISO UTC text;
                `?` marks what may be null. Readers ignore members they do not know.

                `market.quote` is compact text: `v`, `n` (number of quotes) and `d`, one line a quote, fields separated by `|`: symbol,
                contractId, bid, bidSize, ask, askSize, last, lastSize, bidExchange, askExchange, dataType (0 unknown, 1 live, 2 frozen,
                3 delayed, 4 delayed frozen), connection, sequence, receivedAt (epoch nanoseconds). An empty field is absent.

                """);
        text.append("| stream | bound | v | type | data |\n|---|---|---|---|---|\n");
        for (Topic<?> topic : Topics.all()) {
            rows(text, topic);
        }
        text.append("\n## Records and enums\n\n| name | members |\n|---|---|\n");
        Set<Class<?>> done = new LinkedHashSet<>();
        while (!done.containsAll(records)) {
            for (Class<?> record : List.copyOf(records)) {
                if (done.add(record)) {
                    text.append("| %s | %s |\n".formatted(record.getSimpleName(), members(record)));
                }
            }
        }
        return text.toString();
    }

    private void rows(StringBuilder text, Topic<?> topic) {
        Class<?> payload = topic.payload();
        if (topic.name() == StreamName.MARKET_QUOTE) {
            text.append("| `%s` | %d | %d | | lines, see above |\n"
                    .formatted(topic.name().text(), topic.name().maximumLength(), topic.version()));
            return;
        }
        List<Class<?>> types =
                payload.isSealed() ? Arrays.asList(payload.getPermittedSubclasses()) : List.<Class<?>>of(payload);
        for (Class<?> type : types) {
            String typeName = type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase(java.util.Locale.ROOT);
            text.append("| `%s` | %d | %d | `%s` | %s |\n"
                    .formatted(
                            topic.name().text(),
                            topic.name().maximumLength(),
                            topic.version(),
                            typeName,
                            members(type)));
        }
    }

    private String members(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        return Arrays.stream(type.getRecordComponents()).map(this::member).collect(Collectors.joining(", "));
    }

    private String member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`%s`%s %s".formatted(component.getName(), nullable ? "?" : "", typeName(component.getGenericType()));
    }

    private String typeName(Type type) {
        if (!(type instanceof Class<?> raw)) {
            return type.getTypeName()
                    .replaceAll("[a-z.]+\\.([A-Z])", "$1")
                    .replace("<", " of ")
                    .replace(">", "");
        }
        if (raw == BigDecimal.class) {
            return "decimal";
        }
        if (raw == Instant.class) {
            return "time";
        }
        if (raw.isRecord() && raw.getRecordComponents().length == 1) {
            return raw.getSimpleName() + " (" + typeName(raw.getRecordComponents()[0].getGenericType()) + ")";
        }
        if (raw.isRecord() || raw.isEnum()) {
            records.add(raw);
        }
        return raw.getSimpleName();
    }
}
