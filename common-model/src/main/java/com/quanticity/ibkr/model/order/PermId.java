package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** IBKR's account-wide order number, 64 bit, absent until the broker acknowledged the order. */
public record PermId(@JsonValue long value) {

    @JsonCreator
    public static PermId of(long value) {
        return new PermId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
