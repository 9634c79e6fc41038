package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;

/**
 * What a fill does to a position.
 *
 * @param strategy whose it is, {@code external} when it was not placed here
 * @param quantity traded, not signed
 * @param pointValue what one unit of the price is worth on one share or contract
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
        BigDecimal pointValue,
        BigDecimal commission) {

    /** Of one share or contract, in contract currency. */
    BigDecimal value() {
        return price.multiply(pointValue);
    }
}
