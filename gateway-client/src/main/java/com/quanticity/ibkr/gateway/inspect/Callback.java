package com.quanticity.ibkr.gateway.inspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One callback of the API.
 *
 * @param name as the official clients name it
 * @param args arguments by name, in order; null = unset
 */
public record Callback(String name, Map<String, @Nullable Object> args) {
    public Callback {
        args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }
}
