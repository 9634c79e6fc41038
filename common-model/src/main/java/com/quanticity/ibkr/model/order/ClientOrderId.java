package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.quanticity.ibkr.model.stream.Ulid;

/** Our own order id, unique for ever, set before anything is sent; travels in IBKR's {@code orderRef}. A ULID of 26 characters. */
public record ClientOrderId(@JsonValue String value) implements Comparable<ClientOrderId> {

    public ClientOrderId {
        if (!Ulid.isValid(value)) {
            throw new IllegalArgumentException("client order id must be a ULID of 26 characters, was '" + value + "'");
        }
    }

    @JsonCreator
    public static ClientOrderId of(String value) {
        return new ClientOrderId(value);
    }

    @Override
    public int compareTo(ClientOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
