package com.quanticity.ibkr.model.reconcile;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of ours that the adapter's book holds open, under a Redis key for reconciliation.
 *
 * @param clientOrderId our id
 * @param orderId order number of the trading id, null before there is one
 * @param permId account-wide number, null until acknowledged
 * @param account account it was sent for
 * @param contractId contract, null before it is resolved
 * @param symbol the desk's symbol
 * @param state the adapter's word for where it stands
 * @param filledQuantity as far as executions said
 * @param at when it last changed there
 */
public record AdapterOrder(
        ClientOrderId clientOrderId,
        @Nullable OrderId orderId,
        @Nullable PermId permId,
        String account,
        @Nullable ContractId contractId,
        String symbol,
        String state,
        BigDecimal filledQuantity,
        Instant at) {}
