package com.quanticity.ibkr.model.stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.quanticity.ibkr.model.stream.Topic.PayloadCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Business messages: {@code type}, {@code v}, {@code id}, {@code at}, {@code key} as fields of their own and {@code data} as JSON.
 * Decimals are JSON strings, so that no reader in any language turns a price into binary floating point; times are ISO UTC.
 */
final class JsonCodec<T> implements PayloadCodec<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private final Map<String, Class<? extends T>> classByType;
    private final Map<Class<?>, String> typeByClass = new LinkedHashMap<>();

    JsonCodec(Class<T> payload) {
        this.classByType = typesOf(payload);
        classByType.forEach((type, concrete) -> typeByClass.put(concrete, type));
    }

    /** The JSON mapper of stream payloads, for Redis values that hold the same records. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    @Override
    public Map<String, String> encode(Envelope<T> envelope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", envelope.type());
        fields.put("v", Integer.toString(envelope.version()));
        fields.put("id", envelope.id());
        fields.put("at", envelope.at().toString());
        fields.put("key", envelope.key());
        fields.put("data", MAPPER.writeValueAsString(envelope.data()));
        return fields;
    }

    @Override
    public Envelope<T> decode(Map<String, String> fields, int highestVersion) {
        int version = Versions.check(fields.get("v"), highestVersion);
        String type = required(fields, "type");
        Class<? extends T> concrete = classByType.get(type);
        if (concrete == null) {
            throw new MalformedMessageException("unknown type '" + type + "', expected one of " + classByType.keySet());
        }
        T data = MAPPER.readValue(required(fields, "data"), concrete);
        if (data == null) {
            throw new MalformedMessageException("field 'data' holds null");
        }
        return new Envelope<>(
                type,
                version,
                required(fields, "id"),
                Instant.parse(required(fields, "at")),
                required(fields, "key"),
                data);
    }

    @Override
    public String typeOf(T data) {
        String type = typeByClass.get(data.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "no stream type for " + data.getClass().getName());
        }
        return type;
    }

    private static String required(Map<String, String> fields, String name) {
        @Nullable String value = fields.get(name);
        if (value == null) {
            throw new MalformedMessageException("field '" + name + "' is missing");
        }
        return value;
    }

    private static <T> Map<String, Class<? extends T>> typesOf(Class<T> payload) {
        Map<String, Class<? extends T>> types = new LinkedHashMap<>();
        if (!payload.isSealed()) {
            types.put(kebab(payload.getSimpleName()), payload);
            return types;
        }
        for (Class<?> permitted : payload.getPermittedSubclasses()) {
            types.put(kebab(permitted.getSimpleName()), permitted.asSubclass(payload));
        }
        return types;
    }

    private static String kebab(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
