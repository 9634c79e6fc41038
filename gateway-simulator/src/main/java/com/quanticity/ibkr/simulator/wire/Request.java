package com.quanticity.ibkr.simulator.wire;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import java.util.List;

/** What a client asks for, one record a message. Numbers that were not given are 0, texts are empty. */
public sealed interface Request {

    record StartApi(int clientId) implements Request {}

    record OrderIds() implements Request {}

    record ManagedAccounts() implements Request {}

    record CurrentTime() implements Request {}

    record CurrentTimeInMillis() implements Request {}

    record ServerLogLevel() implements Request {}

    record MarketData(int requestId, ContractQuery contract, String genericTicks, boolean snapshot, boolean regulatory)
            implements Request {}

    record CancelMarketData(int requestId) implements Request {}

    record MarketDataType(int type) implements Request {}

    record ContractData(int requestId, ContractQuery contract) implements Request {}

    record AccountSummary(int requestId, String group, List<String> tags) implements Request {}

    record CancelAccountSummary(int requestId) implements Request {}

    record Positions() implements Request {}

    record CancelPositions() implements Request {}

    /** A new order or a change of a working one; {@code fields} holds every attribute under its layout name. */
    record PlaceOrder(int orderId, ContractQuery contract, Fields fields) implements Request {}

    record CancelOrder(int orderId) implements Request {}

    record GlobalCancel() implements Request {}

    record OpenOrders() implements Request {}

    record AllOpenOrders() implements Request {}

    record AutoOpenOrders(boolean bind) implements Request {}

    record CompletedOrders(boolean apiOnly) implements Request {}

    /**
     * The day's executions that pass the filter; an empty text or a 0 filters nothing.
     *
     * @param time executions from then on, in one of the wire's two spellings
     */
    record Executions(
            int requestId, int clientId, String account, String time, String symbol, String secType, String side)
            implements Request {}
}
