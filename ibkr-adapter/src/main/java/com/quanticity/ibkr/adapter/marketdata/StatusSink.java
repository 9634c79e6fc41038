package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.MarketStatus;

/** Where statuses of subscriptions go. Does not block. */
@FunctionalInterface
public interface StatusSink {

    void publish(MarketStatus status);
}
