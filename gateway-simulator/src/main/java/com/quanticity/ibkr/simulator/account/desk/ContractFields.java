package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Event;

/** Spells a held contract. */
final class ContractFields {

    private ContractFields() {}

    /**
     * Fills in all fields but the exchange.
     *
     * @param noRight how this message spells that there is no right
     */
    static void describe(Event event, ListedContract contract, String noRight) {
        event.with("contract.conId", contract.conId())
                .with("contract.symbol", contract.symbol())
                .with("contract.secType", contract.secType())
                .with("contract.strike", "0.0")
                .with("contract.right", noRight)
                .with("contract.currency", contract.currency())
                .with("contract.localSymbol", contract.localSymbol())
                .with("contract.tradingClass", contract.tradingClass());
        Derivation terms = contract.derivation();
        if (terms == null) {
            return;
        }
        event.with("contract.lastTradeDateOrContractMonth", terms.expiryText())
                .with("contract.multiplier", terms.multiplier().toPlainString());
        if (terms.strike() != null) {
            event.with("contract.strike", terms.strike().toPlainString()).with("contract.right", terms.right());
        }
    }
}
