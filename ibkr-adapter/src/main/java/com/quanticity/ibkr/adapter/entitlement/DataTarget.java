package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;

/**
 * What can be granted or refused.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param kind kind of data
 * @param exchange where the data comes from, {@code SMART} for all exchanges together
 * @param type kind of contract: many options, futures and bonds share one symbol
 */
public record DataTarget(String symbol, ContractId contractId, DataKind kind, String exchange, SecurityType type) {

    /** Data of a contract from the exchange it names. */
    public static DataTarget of(Contract contract, DataKind kind) {
        return of(contract, kind, contract.exchange());
    }

    /** Data of a contract from one exchange, for example depth of {@code ARCA}. */
    public static DataTarget of(Contract contract, DataKind kind, String exchange) {
        return new DataTarget(contract.symbol(), contract.id(), kind, exchange, contract.securityType());
    }

    /**
     * For logs and alarms, as subscriptions are named: {@code LEVEL_1:SPY}, of one exchange {@code DEPTH:SPY@ARCA}, and with the contract's
     * id where its symbol is not its own: {@code LEVEL_1:SPY#716423}.
     */
    @Override
    public String toString() {
        String own = switch (type) {
            case STOCK, INDEX, CURRENCY -> "";
            case OPTION, FUTURE, FUTURE_OPTION, BOND, COMBINATION, OTHER -> "#" + contractId;
        };
        return kind + ":" + symbol + own + (exchange.equals("SMART") ? "" : "@" + exchange);
    }
}
