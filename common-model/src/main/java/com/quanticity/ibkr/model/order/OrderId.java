package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** IBKR order number, valid within one client id only: never a key by itself. */
public record OrderId(@JsonValue int value) implements Comparable<OrderId> {

    @JsonCreator
    public static OrderId of(int value) {
        return new OrderId(value);
    }

    @Override
    public int compareTo(OrderId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
