package com.quanticity.ibkr.model.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of an API connection to a gateway, 0 or more. Who may use which is in {@link ClientIdOwner}. */
public record ClientId(@JsonValue int value) implements Comparable<ClientId> {

    public ClientId {
        if (value < 0) {
            throw new IllegalArgumentException("client id must not be negative, was " + value);
        }
    }

    @JsonCreator
    public static ClientId of(int value) {
        return new ClientId(value);
    }

    @Override
    public int compareTo(ClientId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
