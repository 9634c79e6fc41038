package com.quanticity.ibkr.model.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * New orders for this instrument are denied; cancels pass.
 *
 * @param account only this account, empty = every account
 * @param contractId the contract, null when only its symbol is known
 * @param symbol symbol, for people and when the contract is not known
 * @param discrepancyId what locked it
 * @param reason one line: both sides
 * @param since when it was locked
 */
public record InstrumentLock(
        String account,
        @Nullable ContractId contractId,
        String symbol,
        String discrepancyId,
        String reason,
        Instant since) {

    /**
     * Whether an order would be for this instrument.
     *
     * @param orderAccount account of the order, empty counts as every account
     */
    public boolean covers(String orderAccount, ContractId orderContract, String orderSymbol) {
        boolean sameAccount = account.isEmpty() || orderAccount.isEmpty() || account.equals(orderAccount);
        boolean sameInstrument = contractId != null ? contractId.equals(orderContract) : symbol.equals(orderSymbol);
        return sameAccount && sameInstrument;
    }
}
