package com.quanticity.ibkr.model.execution;

import com.quanticity.ibkr.model.contract.ContractId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Net holding that our own fills add up to; compared with the broker's {@code Position}, never merged with it.
 *
 * @param account account
 * @param contractId contract
 * @param symbol the broker's: an option has that of its underlying
 * @param quantity signed sum of the fills
 * @param averagePrice average price of the open quantity, zero when flat, commissions excluded
 * @param realizedPnl realised by our fills, commissions excluded, in contract currency
 * @param commission paid for our fills as far as reported
 * @param at when it last changed
 */
public record LedgerPosition(
        String account,
        ContractId contractId,
        String symbol,
        BigDecimal quantity,
        BigDecimal averagePrice,
        BigDecimal realizedPnl,
        BigDecimal commission,
        Instant at) {}
