package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.ContractReference;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the watch list as pages see it.
 *
 * @param entry as configured
 * @param state where it stands
 * @param problem what the broker said or why it waits; empty when all is well
 * @param reference null unless resolved
 */
record ContractView(
        String entry, State state, String problem, @Nullable ContractReference reference) {

    enum State {
        /** Not answered yet. */
        PENDING,
        RESOLVED,
        /** The broker knows no such contract, or did not answer. Asked again with the next connection. */
        UNRESOLVED
    }
}
