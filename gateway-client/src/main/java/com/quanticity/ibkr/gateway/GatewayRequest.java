package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.util.List;

/**
 * What a client may ask, one record for each call of the API. Request ids ({@code reqId}) and order ids share the id of
 * {@link ConnectionEvent.ErrorMessage}: keep their ranges apart. Cancels are never acknowledged unless the record says so.
 */
public sealed interface GatewayRequest {

    /** A request that is answered under the id it carries. */
    sealed interface WithId extends GatewayRequest {
        int reqId();
    }

    /** Asks for {@link ConnectionEvent.NextValidId}; {@code numIds} has no effect, send 1. */
    record ReqIds(int numIds) implements GatewayRequest {}

    /** Asks for {@link ConnectionEvent.CurrentTime}. */
    record ReqCurrentTime() implements GatewayRequest {}

    /** Asks for {@link ConnectionEvent.ManagedAccounts}. */
    record ReqManagedAccts() implements GatewayRequest {}

    /**
     * Starts level 1 data: {@link TickEvent.MarketDataTypeNotice} and {@link TickEvent.TickReqParams} in either order, then
     * ticks; for a snapshot {@link TickEvent.TickSnapshotEnd}.
     *
     * @param genericTickList comma separated generic tick ids, must be empty for a snapshot
     * @param mktDataOptions normally empty
     */
    record ReqMktData(
            int reqId,
            GatewayContract contract,
            String genericTickList,
            boolean snapshot,
            boolean regulatorySnapshot,
            List<TagValue> mktDataOptions)
            implements WithId {

        public ReqMktData {
            mktDataOptions = List.copyOf(mktDataOptions);
        }

        /** A stream of the default ticks. */
        public static ReqMktData stream(int reqId, GatewayContract contract) {
            return new ReqMktData(reqId, contract, "", false, false, List.of());
        }

        /** The present ticks once. */
        public static ReqMktData snapshot(int reqId, GatewayContract contract) {
            return new ReqMktData(reqId, contract, "", true, false, List.of());
        }
    }

    record CancelMktData(int reqId) implements WithId {}

    /** What later {@link ReqMktData} may deliver. No answer; forgotten at reconnect. */
    record ReqMarketDataType(MarketDataType marketDataType) implements GatewayRequest {}

    /** Asks for {@link ContractEvent.ContractDetails}, one a match, and {@link ContractEvent.ContractDetailsEnd}; or error 200. */
    record ReqContractDetails(int reqId, GatewayContract contract) implements WithId {}

    /**
     * Starts {@link AccountEvent.AccountSummary}, first all, then {@link AccountEvent.AccountSummaryEnd}, then changes every three
     * minutes.
     *
     * @param group {@code All} or an advisor's group
     * @param tags comma separated
     */
    record ReqAccountSummary(int reqId, String group, String tags) implements WithId {}

    record CancelAccountSummary(int reqId) implements WithId {}

    /** Starts {@link AccountEvent.Position}, first all, then {@link AccountEvent.PositionEnd}, then changes at once. */
    record ReqPositions() implements GatewayRequest {}

    record CancelPositions() implements GatewayRequest {}

    /** Submits an order, or modifies the working order of this id. */
    record PlaceOrder(int orderId, GatewayContract contract, GatewayOrder order) implements GatewayRequest {}

    /** Answered by {@link TradingEvent.OrderStatus} and error 202, or by errors 10147, 10148, 161. */
    record CancelOrder(int orderId, OrderCancel orderCancel) implements GatewayRequest {}

    /** Cancels every open order of the login, whoever placed it. */
    record ReqGlobalCancel(OrderCancel orderCancel) implements GatewayRequest {}

    /** Asks for this client's orders: open order and order status each, then {@link TradingEvent.OpenOrderEnd}. */
    record ReqOpenOrders() implements GatewayRequest {}

    /** The same for every client and for orders typed by hand. */
    record ReqAllOpenOrders() implements GatewayRequest {}

    /** Asks for {@link TradingEvent.ExecDetails} and commissions, then {@link TradingEvent.ExecDetailsEnd}. */
    record ReqExecutions(int reqId, ExecutionFilter filter) implements WithId {}

    /** Asks for {@link TradingEvent.CompletedOrder}, then {@link TradingEvent.CompletedOrdersEnd}. */
    record ReqCompletedOrders(boolean apiOnly) implements GatewayRequest {}
}
