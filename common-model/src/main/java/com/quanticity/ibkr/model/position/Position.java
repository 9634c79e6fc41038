package com.quanticity.ibkr.model.position;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Net holding of one contract in one account as the broker reports it.
 *
 * @param account account
 * @param contractId contract
 * @param symbol the broker's symbol
 * @param quantity signed; zero = closed
 * @param averageCost per share, commissions included, in contract currency
 * @param at when we received it
 */
public record Position(
        String account,
        ContractId contractId,
        String symbol,
        BigDecimal quantity,
        BigDecimal averageCost,
        Instant at) {}
