package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.risk.DenialReason;

/** What the order gate says about a new order. */
sealed interface GateDecision {

    /**
     * The order may be sent.
     *
     * @param contract what to trade
     * @param account where to trade it, never empty
     */
    record Passed(Contract contract, String account) implements GateDecision {}

    /**
     * The order must not be sent.
     *
     * @param message one line: what was wrong and what to do
     * @param value the offending value, empty when there is none
     * @param limit what it was held against, empty when there is none
     */
    record Denied(DenialReason reason, String message, String value, String limit) implements GateDecision {

        static Denied of(DenialReason reason, String value, String limit) {
            return new Denied(reason, reason.advice(), value, limit);
        }
    }
}
