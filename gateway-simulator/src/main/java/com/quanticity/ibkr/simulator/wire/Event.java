package com.quanticity.ibkr.simulator.wire;

import java.math.BigDecimal;
import java.util.List;

/**
 * A message to a client, not yet spelled for a version: the same event can go to clients of different versions.
 *
 * @param name the message's name, such as {@code ORDER_STATUS}
 */
public record Event(String name, Fields fields) {

    public Event {
        if (!Layouts.EVENTS.knows(name)) {
            throw new IllegalArgumentException("no event is called " + name);
        }
    }

    public static Event of(String name) {
        return new Event(name, new Fields());
    }

    public Event with(String field, String text) {
        fields.put(field, text);
        return this;
    }

    public Event with(String field, long value) {
        fields.put(field, value);
        return this;
    }

    public Event with(String field, BigDecimal value) {
        fields.put(field, value);
        return this;
    }

    public Event with(String field, boolean value) {
        return with(field, value ? "1" : "0");
    }

    /** Sets the elements of a group, whose field names lack the group's prefix. */
    public Event withGroup(String group, List<Fields> elements) {
        fields.putGroup(group, elements);
        return this;
    }

    /** The frame at the agreed version, length prefix included. */
    public byte[] encode(int version) {
        return Layouts.EVENTS.named(name).write(version, fields);
    }
}
