package com.quanticity.ibkr.model.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The broker's record of one trade.
 *
 * @param execId broker's id; a correction raises its last dot-separated part
 * @param clientId client id that placed the order; manual orders carry 0
 * @param orderId order number within that client id
 * @param permId account-wide order number, null when not given
 * @param account account traded in
 * @param contractId what was traded
 * @param symbol the broker's symbol
 * @param side bought or sold
 * @param quantity shares or contracts of this trade, greater than zero
 * @param price per share in contract currency
 * @param cumulativeQuantity filled of the order including this trade
 * @param averagePrice average price of the order so far, null when not given
 * @param exchange where it traded
 * @param executedAt the exchange's time, UTC, null when its text could not be read
 * @param securityType kind of contract as the broker names it, null in what was recorded before this was told. Of a combination's order
 *     the broker tells one execution of the combination itself, which fills the order, and one for each leg, which move positions
 * @param multiplier units of the underlying in one contract, null when the broker names none, as for stocks
 */
public record Execution(
        String execId,
        ClientId clientId,
        OrderId orderId,
        @Nullable PermId permId,
        String account,
        ContractId contractId,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cumulativeQuantity,
        @Nullable BigDecimal averagePrice,
        String exchange,
        @Nullable Instant executedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SecurityType securityType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal multiplier) {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    /** An execution of a contract whose kind is not told. */
    public Execution(
            String execId,
            ClientId clientId,
            OrderId orderId,
            @Nullable PermId permId,
            String account,
            ContractId contractId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal cumulativeQuantity,
            @Nullable BigDecimal averagePrice,
            String exchange,
            @Nullable Instant executedAt) {
        this(
                execId,
                clientId,
                orderId,
                permId,
                account,
                contractId,
                symbol,
                side,
                quantity,
                price,
                cumulativeQuantity,
                averagePrice,
                exchange,
                executedAt,
                null,
                null);
    }

    /** False for a kind that is not told, and for an option or future without its multiplier: {@link #pointValue} would be a guess. */
    public boolean tellsPointValue() {
        return switch (securityType) {
            case null -> false;
            case OPTION, FUTURE, FUTURE_OPTION -> multiplier != null;
            case STOCK, INDEX, CURRENCY, BOND, COMBINATION, OTHER -> true;
        };
    }

    /**
     * What one unit of the price is worth on one share or contract, in contract currency, one where nothing else is told; a bond's price
     * is in percent. Of the few contracts that are quoted in hundredths of their currency it knows nothing.
     */
    public BigDecimal pointValue() {
        BigDecimal units = multiplier == null ? BigDecimal.ONE : multiplier;
        return securityType == SecurityType.BOND ? units.multiply(PERCENT) : units;
    }

    /** True for the execution of a combination itself: it moves no position, those of its legs do. */
    public boolean fillsCombination() {
        return securityType == SecurityType.COMBINATION;
    }
}
