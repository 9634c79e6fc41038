package com.quanticity.ibkr.model.contract;

import java.util.Objects;

/**
 * One leg of a combination whose contract is known.
 *
 * @param contractId what is traded
 * @param ratio how many for one combination: positive is bought with it, negative sold, never 0
 */
public record ContractLeg(ContractId contractId, int ratio) {

    public ContractLeg {
        Objects.requireNonNull(contractId, "contractId");
        if (ratio == 0) {
            throw new IllegalArgumentException("the ratio of leg " + contractId + " must not be 0");
        }
    }
}
