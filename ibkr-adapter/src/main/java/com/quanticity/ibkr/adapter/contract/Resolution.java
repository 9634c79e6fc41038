package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.util.List;

/** What became of a specification. */
public sealed interface Resolution {

    /**
     * One contract is meant.
     *
     * @param contract with the exchange that the specification wants
     * @param others how many more matched and lost by the rule
     */
    record Resolved(Contract contract, ContractReference reference, int others) implements Resolution {}

    /** Every leg of a combination is resolved; in its order. */
    record Combined(List<Contract> legs) implements Resolution {
        public Combined {
            legs = List.copyOf(legs);
        }
    }

    /**
     * Several contracts match and no rule decides.
     *
     * @param candidates by id
     * @param why one line: what is wrong and what to do
     */
    record Ambiguous(List<ContractReference> candidates, String why) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** The broker knows no such contract. */
    record Unknown(String why) implements Resolution {}

    /** An option symbol and the broker's details do not agree. */
    record Mismatch(String why) implements Resolution {}

    /** Not known now: the session is away, or the answer did not come. */
    record Unavailable(String why) implements Resolution {}
}
