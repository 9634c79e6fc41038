package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;

/**
 * What a fill does to a position.
 *
 * @param strategy whose it is, {@code external} when it was not placed here
 * @param quantity traded, not signed
 * @param commission known cost of it, zero while none was reported
 */
public record Trade(
        String account,
        ContractId contractId,
        String strategy,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal commission) {}
