package com.quanticity.ibkr.gateway.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments of one callback while they are collected, in order. */
final class Arguments {

    private final Map<String, @Nullable Object> values;

    private Arguments(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    static Arguments none() {
        return new Arguments(new LinkedHashMap<>());
    }

    /** Every component of a record under its own name. */
    static Arguments of(Record record) {
        return new Arguments(Members.allOf(record));
    }

    /** One callback named after its record. */
    static <T> List<Callback> plain(T event) {
        Record record = (Record) event;
        String name = record.getClass().getSimpleName();
        return List.of(of(record).callback(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
    }

    Arguments set(String name, @Nullable Object value) {
        values.put(name, Members.json(name, value));
        return this;
    }

    /** Moves to the end; argument order has no meaning. */
    Arguments rename(String from, String to) {
        values.put(to, values.remove(from));
        return this;
    }

    Arguments zeroWhenUnset(String... names) {
        for (String name : names) {
            if (values.get(name) == null) {
                values.put(name, 0);
            }
        }
        return this;
    }

    Map<String, @Nullable Object> toMap() {
        return values;
    }

    Callback callback(String name) {
        return new Callback(name, values);
    }
}
