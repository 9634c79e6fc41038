package com.quanticity.ibkr.gateway.internal.pending;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import java.util.Optional;

/** How a request with an end is answered: which events are part of the answer, and which one ends it. */
public enum RequestKind {
    CONTRACT_DETAILS,
    ACCOUNT_SUMMARY,
    EXECUTIONS,
    SNAPSHOT,
    OPEN_ORDERS,
    COMPLETED_ORDERS,
    POSITIONS,
    CURRENT_TIME,
    NEXT_ORDER_ID,
    ACCOUNTS;

    /** Empty for requests that have no end: streams, cancels, orders. */
    public static Optional<RequestKind> of(GatewayRequest request) {
        return Optional.ofNullable(
                switch (request) {
                    case ContractRequest.ReqContractDetails _ -> CONTRACT_DETAILS;
                    case AccountRequest.ReqAccountSummary _ -> ACCOUNT_SUMMARY;
                    case OrderQuery.ReqExecutions _ -> EXECUTIONS;
                    case MarketDataRequest.ReqMktData data -> data.snapshot() ? SNAPSHOT : null;
                    case OrderQuery.ReqOpenOrders _, OrderQuery.ReqAllOpenOrders _ -> OPEN_ORDERS;
                    case OrderQuery.ReqCompletedOrders _ -> COMPLETED_ORDERS;
                    case AccountRequest.ReqPositions _ -> POSITIONS;
                    case SessionRequest.ReqCurrentTime _ -> CURRENT_TIME;
                    case SessionRequest.ReqIds _ -> NEXT_ORDER_ID;
                    case SessionRequest.ReqManagedAccts _ -> ACCOUNTS;
                    case SessionRequest _,
                            AccountRequest _,
                            MarketDataRequest _,
                            DepthRequest _,
                            ContractRequest _,
                            HistoryRequest _,
                            NewsRequest _,
                            ScannerRequest _,
                            OrderRequest _,
                            OrderQuery _ -> null;
                });
    }

    /** True when the answer carries no request id, so that only one can be under way. */
    public boolean isSingleton() {
        return switch (this) {
            case CONTRACT_DETAILS, ACCOUNT_SUMMARY, EXECUTIONS, SNAPSHOT -> false;
            case OPEN_ORDERS, COMPLETED_ORDERS, POSITIONS, CURRENT_TIME, NEXT_ORDER_ID, ACCOUNTS -> true;
        };
    }

    /**
     * True when a gateway in read-only mode refuses it with 321 under no id and sends no end. Source: behaviour, section 9.
     */
    public boolean isOrderAccess() {
        return this == OPEN_ORDERS || this == COMPLETED_ORDERS;
    }

    /** True for events of the answer; for kinds with an id the caller has compared it, where the event has one. */
    public boolean isPart(GatewayEvent event) {
        return switch (this) {
            case CONTRACT_DETAILS -> event instanceof ContractEvent.ContractDetails;
            case ACCOUNT_SUMMARY -> event instanceof AccountEvent.AccountSummary;
            case EXECUTIONS ->
                event instanceof TradingEvent.ExecDetails || event instanceof TradingEvent.CommissionReport;
            case SNAPSHOT ->
                event instanceof TickEvent.TickPrice
                        || event instanceof TickEvent.TickSize
                        || event instanceof TickEvent.TickGeneric
                        || event instanceof TickEvent.TickString
                        || event instanceof TickEvent.TickReqParams
                        || event instanceof TickEvent.MarketDataTypeNotice;
            case OPEN_ORDERS -> event instanceof TradingEvent.OpenOrder || event instanceof TradingEvent.OrderStatus;
            case COMPLETED_ORDERS -> event instanceof TradingEvent.CompletedOrder;
            case POSITIONS -> event instanceof AccountEvent.Position;
            case CURRENT_TIME -> event instanceof ConnectionEvent.CurrentTime;
            case NEXT_ORDER_ID -> event instanceof ConnectionEvent.NextValidId;
            case ACCOUNTS -> event instanceof ConnectionEvent.ManagedAccounts;
        };
    }

    /** True for the event that ends the answer; the last three kinds are answered by a single event. */
    public boolean isEnd(GatewayEvent event) {
        return switch (this) {
            case CONTRACT_DETAILS -> event instanceof ContractEvent.ContractDetailsEnd;
            case ACCOUNT_SUMMARY -> event instanceof AccountEvent.AccountSummaryEnd;
            case EXECUTIONS -> event instanceof TradingEvent.ExecDetailsEnd;
            case SNAPSHOT -> event instanceof TickEvent.TickSnapshotEnd;
            case OPEN_ORDERS -> event instanceof TradingEvent.OpenOrderEnd;
            case COMPLETED_ORDERS -> event instanceof TradingEvent.CompletedOrdersEnd;
            case POSITIONS -> event instanceof AccountEvent.PositionEnd;
            case CURRENT_TIME, NEXT_ORDER_ID, ACCOUNTS -> isPart(event);
        };
    }
}
