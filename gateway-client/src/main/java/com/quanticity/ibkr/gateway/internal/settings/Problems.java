package com.quanticity.ibkr.gateway.internal.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with settings: a line each, each naming its property, all thrown as one. Settings check themselves when they are made;
 * whoever puts them together from properties collects what their parts found. Confined to the method that makes it.
 */
public final class Problems {

    private static final String PREFIX = "ibkr.gateway.";

    private final List<String> found = new ArrayList<>();

    /** @param key below {@code ibkr.gateway} */
    public Problems positive(String key, Duration value) {
        return require(!value.isZero() && !value.isNegative(), key + " must be positive, was " + text(value));
    }

    public Problems atLeastOne(String key, int value) {
        return require(value >= 1, key + " must be 1 or more, was " + value);
    }

    /** @param problem begins with the key, below {@code ibkr.gateway} */
    public Problems require(boolean holds, String problem) {
        if (!holds) {
            found.add(PREFIX + problem);
        }
        return this;
    }

    /** What a part says when it is made. */
    public Problems part(Supplier<?> making) {
        try {
            Object _ = making.get();
        } catch (IllegalArgumentException e) {
            found.add(String.valueOf(e.getMessage()));
        }
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them in one line. */
    public IllegalArgumentException exception() {
        return new IllegalArgumentException(String.join("; ", found));
    }

    /** @throws IllegalArgumentException when there are some */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw exception();
        }
    }

    /** As it would be written in a configuration. */
    public static String text(Duration value) {
        return value.toMillis() % 1000 == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
    }
}
