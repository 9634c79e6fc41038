package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.ContractId;

/** Blocks contracts for tests of other packages. */
public final class TestBlocks {

    private TestBlocks() {}

    public static void block(ContractDirectory directory, ContractId id, String why) {
        directory.block(id, BlockKind.GONE, why);
    }
}
