package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Which of our live orders a cancel by scope means. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CancelScope.Everything.class, name = "EVERYTHING"),
    @JsonSubTypes.Type(value = CancelScope.Account.class, name = "ACCOUNT"),
    @JsonSubTypes.Type(value = CancelScope.Symbol.class, name = "SYMBOL"),
    @JsonSubTypes.Type(value = CancelScope.Strategy.class, name = "STRATEGY")
})
public sealed interface CancelScope {

    Everything EVERYTHING = new Everything();

    /** True for an order in this scope. */
    boolean covers(Order order);

    /** All of this platform's orders. Orders of other clients are reached by the kill switch's global cancel only. */
    record Everything() implements CancelScope {
        @Override
        public boolean covers(Order order) {
            return true;
        }
    }

    /** Orders of one account; an order that named none is of the gateway's only one and covered too. */
    record Account(String account) implements CancelScope {
        @Override
        public boolean covers(Order order) {
            return order.account().isEmpty() || order.account().equals(account);
        }
    }

    /** Orders of one contract, by the text they were sent with. */
    record Symbol(String symbol) implements CancelScope {
        @Override
        public boolean covers(Order order) {
            return order.symbol().equals(symbol);
        }
    }

    /** Orders of one strategy. */
    record Strategy(String strategy) implements CancelScope {
        @Override
        public boolean covers(Order order) {
            return order.strategy().equals(strategy);
        }
    }
}
