package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.terms.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fill of one order.
 *
 * @param account code of the account
 * @param shares of this fill; {@code cumulativeShares} and {@code averagePrice} are of the order so far
 * @param exchange the broker's name of the exchange
 * @param isLiquidation whether the broker forced it; nobody ordered it then
 * @param realized profit or loss of the shares it closed, net of commission; null when it only opened
 */
public record Execution(
        String execId,
        OrderKey order,
        long permId,
        String account,
        ListedContract contract,
        Side side,
        BigDecimal shares,
        BigDecimal price,
        BigDecimal cumulativeShares,
        BigDecimal averagePrice,
        String exchange,
        Instant time,
        String orderRef,
        BigDecimal commission,
        @Nullable BigDecimal realized,
        boolean isLiquidation) {

    /** The same in another account. */
    public Execution of(String otherAccount) {
        return new Execution(
                execId,
                order,
                permId,
                otherAccount,
                contract,
                side,
                shares,
                price,
                cumulativeShares,
                averagePrice,
                exchange,
                time,
                orderRef,
                commission,
                realized,
                isLiquidation);
    }

    /** Whether a commission belongs to it: that of a combination is told with its legs. */
    public boolean hasCommission() {
        return !contract.secType().equals("BAG");
    }
}
