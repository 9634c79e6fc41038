package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.MarketDataType;

/** The freshness of data that this service asks the broker for. Thread-safe. */
public final class AskedDataType {

    private volatile MarketDataType type;

    /** @param type anything but {@link MarketDataType#UNKNOWN} */
    public AskedDataType(MarketDataType type) {
        this.type = type;
    }

    public MarketDataType type() {
        return type;
    }

    void change(MarketDataType other) {
        type = other;
    }
}
