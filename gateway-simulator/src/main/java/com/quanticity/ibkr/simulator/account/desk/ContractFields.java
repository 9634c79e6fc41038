package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Instruments;
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
                .with("contract.secType", "STK")
                .with("contract.strike", "0.0")
                .with("contract.right", noRight)
                .with("contract.currency", Instruments.currency(contract))
                .with("contract.localSymbol", contract.symbol())
                .with("contract.tradingClass", contract.tradingClass());
    }
}
