package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;

/**
 * What can be granted or refused.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param kind kind of data
 * @param exchange where the data comes from, {@code SMART} for all exchanges together
 */
public record DataTarget(String symbol, ContractId contractId, DataKind kind, String exchange) {

    /** Data of a contract from the exchange it names. */
    public static DataTarget of(Contract contract, DataKind kind) {
        return of(contract, kind, contract.exchange());
    }

    /** Data of a contract from one exchange, for example depth of {@code ARCA}. */
    public static DataTarget of(Contract contract, DataKind kind, String exchange) {
        return new DataTarget(contract.symbol(), contract.id(), kind, exchange);
    }

    /** For logs and alarms, for example {@code LEVEL_1:SPY@SMART}. */
    @Override
    public String toString() {
        return kind + ":" + symbol + "@" + exchange;
    }
}
