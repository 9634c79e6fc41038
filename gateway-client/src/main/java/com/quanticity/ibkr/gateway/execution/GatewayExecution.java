package com.quanticity.ibkr.gateway.execution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One execution as the gateway reports it. A correction comes as a new execution whose id differs only after the last dot.
 *
 * @param orderId order number of the client that placed it, 0 for an order not placed through the API
 * @param clientId client that placed it
 * @param execId broker's execution id, possibly several times the same
 * @param time {@code YYYYMMDD HH:mm:ss zone}, zone of the exchange
 * @param acctNumber account
 * @param exchange where it happened
 * @param side BOT or SLD, other codes are kept as they are
 * @param shares of this execution
 * @param price of this execution, in contract currency
 * @param permId account-wide order number, null when not given
 * @param liquidation 1 = forced by the broker
 * @param cumQty of the whole order so far
 * @param avgPrice of the whole order so far
 * @param orderRef the text the order was placed with
 * @param lastLiquidity 0 none, 1 added, 2 removed, 3 routed out
 * @param pendingPriceRevision from version 178 on, false before
 * @param submitter from version 198 on, empty before
 */
public record GatewayExecution(
        int orderId,
        int clientId,
        String execId,
        String time,
        String acctNumber,
        String exchange,
        String side,
        BigDecimal shares,
        BigDecimal price,
        @Nullable Long permId,
        int liquidation,
        BigDecimal cumQty,
        BigDecimal avgPrice,
        String orderRef,
        String evRule,
        BigDecimal evMultiplier,
        String modelCode,
        int lastLiquidity,
        boolean pendingPriceRevision,
        String submitter) {

    public boolean isBuy() {
        return side.equals("BOT");
    }

    public boolean isSell() {
        return side.equals("SLD");
    }
}
