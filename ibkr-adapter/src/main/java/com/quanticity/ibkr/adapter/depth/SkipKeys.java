package com.quanticity.ibkr.adapter.depth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys of the last skips with their symbols, so that a repeated request changes nothing. Thread-safe. */
final class SkipKeys {

    private static final int REMEMBERED = 1_000;

    private final Map<String, String> symbols = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What the key was used for before; null when it is new. */
    synchronized @Nullable String remember(String key, String symbol) {
        return symbols.putIfAbsent(key, symbol);
    }
}
