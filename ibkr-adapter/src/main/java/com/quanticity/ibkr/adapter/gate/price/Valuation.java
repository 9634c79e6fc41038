package com.quanticity.ibkr.adapter.gate.price;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What one share or contract is worth for each unit of its price, in the currency of the limits: multiplier, magnifier of the price,
 * percent of a bond's face value and exchange rate together. Must not block; any thread.
 */
public record Valuation(ContractDirectory contracts, ExchangeRates rates) {

    /** Null while the exchange rate is not known. */
    public @Nullable BigDecimal perUnitOfPrice(Contract contract) {
        BigDecimal rate = rates.rate(contract.currency());
        return rate == null ? null : inItsCurrency(contract).multiply(rate);
    }

    /** The same of a contract that is perhaps not known; null then too. */
    public @Nullable BigDecimal perUnitOfPrice(ContractId contractId) {
        return contracts
                .reference(contractId)
                .map(ContractReference::contract)
                .map(this::perUnitOfPrice)
                .orElse(null);
    }

    private BigDecimal inItsCurrency(Contract contract) {
        ContractReference reference = contracts.reference(contract.id()).orElse(null);
        ContractTerms terms = reference == null ? null : reference.terms();
        BigDecimal multiplier = terms == null ? null : terms.multiplier();
        BigDecimal units = multiplier == null ? BigDecimal.ONE : multiplier;
        if (contract.securityType() == SecurityType.BOND) {
            units = units.movePointLeft(2);
        }
        int magnifier = reference == null ? 1 : reference.priceMagnifier();
        return magnifier <= 1 ? units : units.divide(BigDecimal.valueOf(magnifier), MathContext.DECIMAL64);
    }
}
