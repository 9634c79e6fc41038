package com.quanticity.ibkr.model.contract;

import org.jspecify.annotations.Nullable;

/** What {@code contract.reference} tells: reference data, what changed in it over night, and which option symbol means which contract. */
public sealed interface ContractFact permits ContractReference, ContractChange, OccMapping {

    /** The contract it is about; null for an option symbol that means none. */
    @Nullable ContractId contractId();
}
