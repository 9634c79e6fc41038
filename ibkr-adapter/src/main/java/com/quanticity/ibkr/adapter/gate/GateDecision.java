package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.contract.Combination;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.util.List;

/** What the order gate says about an order, new or changed. */
public sealed interface GateDecision {

    /**
     * The order may be sent.
     *
     * @param contract what to trade
     * @param legs of a combination, empty for any other contract
     * @param account where to trade it, never empty
     */
    record Passed(Contract contract, List<Combination.Leg> legs, String account) implements GateDecision {

        public Passed {
            legs = List.copyOf(legs);
        }

        /** The legs by their contract ids. */
        public List<ContractLeg> legsById() {
            return legs.stream().map(Combination.Leg::byId).toList();
        }
    }

    /**
     * The order must not be sent.
     *
     * @param reason the code
     * @param field the field of the order that is wrong, empty when none is
     * @param message one line: what was wrong and what to do
     * @param value the offending value, empty when there is none
     * @param limit what it was held against, empty when there is none
     */
    record Denied(DenialReason reason, String field, String message, String value, String limit)
            implements GateDecision {

        /** A denial that is about no field. */
        public Denied(DenialReason reason, String message, String value, String limit) {
            this(reason, "", message, value, limit);
        }

        public static Denied of(DenialReason reason, String value, String limit) {
            return of(reason, "", value, limit);
        }

        public static Denied of(DenialReason reason, String field, String value, String limit) {
            return new Denied(reason, field, reason.advice(), value, limit);
        }
    }
}
