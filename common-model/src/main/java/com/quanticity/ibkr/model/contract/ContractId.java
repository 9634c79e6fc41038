package com.quanticity.ibkr.model.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The broker's number of a contract (IBKR conId), positive, the same for every session and for ever. */
public record ContractId(@JsonValue int value) implements Comparable<ContractId> {

    public ContractId {
        if (value <= 0) {
            throw new IllegalArgumentException("contract id must be positive, was " + value);
        }
    }

    @JsonCreator
    public static ContractId of(int value) {
        return new ContractId(value);
    }

    @Override
    public int compareTo(ContractId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
