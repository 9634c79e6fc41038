package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
                `replay:{runId}:`). Every stream is trimmed to about its bound, a number of entries and for some streams
                also the memory they take in Redis; messages that cannot be handled go to `<stream>.dead`.

                Business streams have the entry fields `type`, `v` (schema version), `id` (ULID, the same when delivered again), `at`
                (ISO UTC), `key` (messages of one key stay in order) and `data` (JSON). Decimals are JSON strings, times ISO UTC text;
                `?` marks what may be null or missing. Readers ignore members they do not know.

                Market streams but `market.bar` are compact text: `v`, `n` (number of items) and `d`, one line an item, fields separated by `|`.
                An empty field is absent or false. In text fields `\\\\`, `\\p`, `\\n`, `\\r` stand for backslash, `|`, line feed and carriage
                return. Readers pass over fields at the end of a line that they do not know. One entry holds what one drain of the reader
                yielded: one item on a quiet market, hundreds in a burst. `connection` and `sequence` of an item are its identity; sequences of
                one connection run from 1 without a hole over all contracts of the stream. Read any stream with `./streamcat market.quote`.

                | stream | fields of a line |
                |---|---|
                | `market.quote` | symbol, contractId, bid, bidSize, ask, askSize, last, lastSize, bidExchange, askExchange, dataType (0 unknown, 1 live, 2 frozen, 3 delayed, 4 delayed frozen), connection, sequence, receivedAt (epoch nanoseconds) |
                | `market.trade` | kind, symbol, contractId, connection, sequence, brokerTime (epoch seconds), history (1 = of the prefix of past ticks), receivedAt (epoch nanoseconds), then by kind. L last and A all last: price, size, exchange, conditions, pastLimit, unreported. B bid and ask: bid, ask, bidSize, askSize, bidPastLow, askPastHigh. M mid-point: price |
                | `market.depth` | symbol, contractId, tickerId, operation (I insert, U update, D delete, R reset: the book is void), side (B bid, A ask, empty for a reset), position (0 = best, -1 for a reset), price, size, marketMaker, smart, reason (of a reset), connection, sequence, receivedAt (epoch nanoseconds) |

                """);
        text.append("| stream | bound | MiB | v | type | data |\n|---|---|---|---|---|---|\n");
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
        if (topic.codec() instanceof LineCodec) {
            text.append("| `%s` | %d | %s | %d | | lines, see above |\n"
                    .formatted(topic.name().text(), topic.name().maximumLength(), mebibytes(topic), topic.version()));
            return;
        }
        List<Class<?>> types =
                payload.isSealed() ? Arrays.asList(payload.getPermittedSubclasses()) : List.<Class<?>>of(payload);
        for (Class<?> type : types) {
            String typeName = type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase(java.util.Locale.ROOT);
            text.append("| `%s` | %d | %s | %d | `%s` | %s |\n"
                    .formatted(
                            topic.name().text(),
                            topic.name().maximumLength(),
                            mebibytes(topic),
                            topic.version(),
                            typeName,
                            members(type)));
        }
    }

    private static String mebibytes(Topic<?> topic) {
        return topic.name().isBoundInBytes() ? Long.toString(topic.name().maximumBytes() >> 20) : "";
    }

    private String members(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .map(this::variant)
                    .collect(Collectors.joining("; ", "one of: ", ""));
        }
        return Arrays.stream(type.getRecordComponents()).map(this::member).collect(Collectors.joining(", "));
    }

    private String variant(Class<?> type) {
        JsonTypeInfo tag = Objects.requireNonNull(type.getInterfaces()[0].getAnnotation(JsonTypeInfo.class));
        String name = Arrays.stream(type.getInterfaces()[0]
                        .getAnnotation(JsonSubTypes.class)
                        .value())
                .filter(listed -> listed.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
        String members = members(type);
        return "`%s` %s%s".formatted(tag.property(), name, members.isEmpty() ? "" : " with " + members);
    }

    private String member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`%s`%s %s".formatted(component.getName(), nullable ? "?" : "", typeName(component.getGenericType()));
    }

    private String typeName(Type type) {
        if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            typeName(item);
        }
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
        if (raw.isRecord() || raw.isEnum() || raw.isSealed()) {
            records.add(raw);
        }
        return raw.getSimpleName();
    }
}
