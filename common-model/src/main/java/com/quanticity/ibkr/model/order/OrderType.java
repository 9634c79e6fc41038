package com.quanticity.ibkr.model.order;

/** How an order is priced. */
public enum OrderType {
    MARKET,
    LIMIT
}
