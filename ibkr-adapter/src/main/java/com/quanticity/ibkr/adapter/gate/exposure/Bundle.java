package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import org.jspecify.annotations.Nullable;

/** Orders in one contract that cannot all fill, so that the largest of them counts for all. */
sealed interface Bundle {

    ContractId contractId();

    /** What the fill of an order wakes: the orders close what it opened and cancel each other. */
    record OfParent(ClientOrderId parent, ContractId contractId) implements Bundle {}

    /**
     * One side of an OCA group whose type lets only one order work at a time at the broker. Type 3 lets all work and is no bundle.
     * Source: wire specification, orders section 1.
     */
    record OfOca(String group, String account, String strategy, Side side, ContractId contractId) implements Bundle {}

    /** Null for an order that fills whatever becomes of others. */
    static @Nullable Bundle of(Order order, String account, ContractId contractId) {
        ClientOrderId parent = order.attributes().parentClientOrderId();
        if (parent != null) {
            return new OfParent(parent, contractId);
        }
        OcaGroup oca = order.attributes().oca();
        return oca == null || oca.type() == OcaType.REDUCE
                ? null
                : new OfOca(oca.name(), account, order.strategy(), order.side(), contractId);
    }
}
