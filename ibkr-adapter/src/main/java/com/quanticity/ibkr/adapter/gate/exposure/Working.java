package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one of our orders can still do.
 *
 * @param order its terms
 * @param account the account the gate settled on
 * @param contractId what it trades
 * @param remaining quantity not filled yet
 */
public record Working(Order order, String account, ContractId contractId, BigDecimal remaining) {

    public ClientOrderId id() {
        return order.clientOrderId();
    }

    public Side side() {
        return order.side();
    }

    @Nullable Bundle bundle() {
        return Bundle.of(order, account, contractId);
    }

    public String strategy() {
        return order.strategy();
    }
}
