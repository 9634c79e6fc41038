package com.quanticity.ibkr.model.dropcopy;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of anybody as the broker shows it.
 *
 * @param permId account-wide number, the order's identity here
 * @param clientId client that placed it, 0 for TWS itself
 * @param orderId order number within that client id, 0 or less for one that was not placed through the API
 * @param orderRef the text it was placed with, our client order id for our own orders, else free text or empty
 * @param origin where it came from
 * @param account account
 * @param contractId contract, null for a combination
 * @param symbol the broker's symbol
 * @param side bought or sold
 * @param type the broker's spelling, for example {@code STP LMT}
 * @param quantity asked for, null when the broker gives none
 * @param limitPrice null when there is none
 * @param status the broker's word
 * @param open false when nothing more can happen to it
 * @param filledQuantity as the broker's status says, null while none was heard
 * @param remainingQuantity likewise
 * @param at when we received the last news of it
 */
public record DropCopyOrder(
        long permId,
        ClientId clientId,
        OrderId orderId,
        String orderRef,
        TradeOrigin origin,
        String account,
        @Nullable ContractId contractId,
        String symbol,
        Side side,
        String type,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        String status,
        boolean open,
        @Nullable BigDecimal filledQuantity,
        @Nullable BigDecimal remainingQuantity,
        Instant at) {}
