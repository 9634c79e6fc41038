package com.quanticity.ibkr.model.stream;

/** Records of this module as JSON text, the way stream payloads write them: for Redis values and REST clients. Thread-safe. */
public final class ModelJson {

    private ModelJson() {}

    public static String write(Object value) {
        return JsonCodec.mapper().writeValueAsString(value);
    }

    /** @throws MalformedMessageException when the text is no such record */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JsonCodec.mapper().readValue(json, type);
        } catch (RuntimeException e) {
            throw new MalformedMessageException("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
