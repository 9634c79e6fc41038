package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;

/**
 * A position as the broker tells it.
 *
 * @param account account
 * @param contractId contract
 * @param quantity signed; zero = closed
 * @param averageCost of one share or contract, multiplier included
 * @param currency ISO code of the cost
 */
public record HeldPosition(
        String account, ContractId contractId, BigDecimal quantity, BigDecimal averageCost, String currency) {}
