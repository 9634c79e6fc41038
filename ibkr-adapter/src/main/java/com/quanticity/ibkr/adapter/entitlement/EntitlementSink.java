package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;

/**
 * Where every part of this service that asks the broker for data says what became of it. Streams wanted through the session's
 * subscriptions are noted without it; who sends or asks by himself, such as history queries and depth slots, calls it. Codes that say
 * nothing about entitlement change nothing, so that every code can be passed on. Thread-safe; nothing blocks.
 */
public interface EntitlementSink {

    /** For tests and for parts that need none. */
    EntitlementSink NONE = new EntitlementSink() {
        @Override
        public void asked(DataTarget target) {}

        @Override
        public void served(DataTarget target, MarketDataType type) {}

        @Override
        public void answered(DataTarget target, int code, String message) {}
    };

    /** The broker was asked for this. */
    void asked(DataTarget target);

    /**
     * Data came. Needed once for each request; calling it again is cheap.
     *
     * @param type freshness of the data; {@link MarketDataType#LIVE} where the kind knows no other
     */
    void served(DataTarget target, MarketDataType type);

    /** The broker answered with a code, be it a refusal or an advisory. */
    void answered(DataTarget target, int code, String message);

    /** Nobody wants data of this contract any more: what was said about it is forgotten and its alarms end. */
    default void forget(ContractId contractId) {}
}
