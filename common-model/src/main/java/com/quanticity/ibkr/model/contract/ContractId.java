package com.quanticity.ibkr.model.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The broker's number of a contract (IBKR conId), positive, the same for every session and for ever. */
public record ContractId(@JsonValue int value) implements Comparable<ContractId> {

    /** What the broker shows in place of an id for combinations of every kind. Source: wire specification, vectors of combination orders. */
    public static final ContractId COMBINATION = new ContractId(28_812_380);

    public ContractId {
        if (value <= 0) {
            throw new IllegalArgumentException("contract id must be positive, was " + value);
        }
    }

    @JsonCreator
    public static ContractId of(int value) {
        return new ContractId(value);
    }

    /** The id of a contract of this kind; a combination may come without one. */
    public static ContractId of(int value, SecurityType type) {
        return value <= 0 && type == SecurityType.COMBINATION ? COMBINATION : new ContractId(value);
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
