package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.GatewayRequest;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import java.util.Optional;

/** Turns requests into frames under the layout of the agreed version. Immutable and thread-safe. */
public final class WireEncoder {

    private final int version;
    private final OrderEncoder orders;

    public WireEncoder(int serverVersion) {
        this.version = serverVersion;
        this.orders = new OrderEncoder(serverVersion);
    }

    /** A frame, or why there is none. */
    public sealed interface Encoded {

        /** Ready for the socket, length prefix included. Handed on once, never compared. */
        @SuppressWarnings("ArrayRecordComponent")
        record Frame(byte[] bytes) implements Encoded {}

        /** Not to be sent. */
        record Refused(SendOutcome.Refused refusal) implements Encoded {}
    }

    public Encoded encode(GatewayRequest request) {
        Optional<String> tooNew = VersionRule.violation(request, version);
        if (tooNew.isPresent()) {
            return refused(
                    LocalRefusal.SERVER_TOO_OLD,
                    tooNew.get() + ", the gateway speaks " + version + "; leave it out or update the gateway");
        }
        FieldWriter out = new FieldWriter();
        try {
            write(request, out);
        } catch (IllegalTextException e) {
            return refused(LocalRefusal.ILLEGAL_TEXT, e.field() + " holds text outside printable ASCII; remove it");
        }
        return new Encoded.Frame(out.toFrame());
    }

    private static Encoded refused(LocalRefusal refusal, String message) {
        return new Encoded.Refused(new SendOutcome.Refused(refusal, message));
    }

    private void write(GatewayRequest request, FieldWriter out) {
        switch (request) {
            case GatewayRequest.ReqIds(int numIds) -> {
                header(out, OutboundMessage.REQ_IDS, 1);
                out.integer(numIds);
            }
            case GatewayRequest.ReqCurrentTime() -> header(out, OutboundMessage.REQ_CURRENT_TIME, 1);
            case GatewayRequest.ReqManagedAccts() -> header(out, OutboundMessage.REQ_MANAGED_ACCTS, 1);
            case GatewayRequest.ReqMktData data -> marketData(out, data);
            case GatewayRequest.CancelMktData(int reqId) -> {
                header(out, OutboundMessage.CANCEL_MKT_DATA, 1);
                out.integer(reqId);
            }
            case GatewayRequest.ReqMarketDataType(var type) -> {
                header(out, OutboundMessage.REQ_MARKET_DATA_TYPE, 1);
                out.integer(type.wireCode());
            }
            case GatewayRequest.ReqContractDetails(int reqId, GatewayContract contract) ->
                contractDetails(out, reqId, contract);
            case GatewayRequest.ReqAccountSummary(int reqId, String group, String tags) -> {
                header(out, OutboundMessage.REQ_ACCOUNT_SUMMARY, 1);
                out.integer(reqId);
                out.text("group", group);
                out.text("tags", tags);
            }
            case GatewayRequest.CancelAccountSummary(int reqId) -> {
                header(out, OutboundMessage.CANCEL_ACCOUNT_SUMMARY, 1);
                out.integer(reqId);
            }
            case GatewayRequest.ReqPositions() -> header(out, OutboundMessage.REQ_POSITIONS, 1);
            case GatewayRequest.CancelPositions() -> header(out, OutboundMessage.CANCEL_POSITIONS, 1);
            case GatewayRequest.PlaceOrder order -> orders.placeOrder(out, order);
            case GatewayRequest.CancelOrder(int orderId, OrderCancel cancel) -> cancelOrder(out, orderId, cancel);
            case GatewayRequest.ReqGlobalCancel(OrderCancel cancel) -> globalCancel(out, cancel);
            case GatewayRequest.ReqOpenOrders() -> header(out, OutboundMessage.REQ_OPEN_ORDERS, 1);
            case GatewayRequest.ReqAllOpenOrders() -> header(out, OutboundMessage.REQ_ALL_OPEN_ORDERS, 1);
            case GatewayRequest.ReqExecutions(int reqId, ExecutionFilter filter) -> executions(out, reqId, filter);
            case GatewayRequest.ReqCompletedOrders(boolean apiOnly) -> {
                out.integer(OutboundMessage.REQ_COMPLETED_ORDERS);
                out.bool(apiOnly);
            }
        }
    }

    private static void header(FieldWriter out, int messageId, int messageVersion) {
        out.integer(messageId);
        out.integer(messageVersion);
    }

    private static void marketData(FieldWriter out, GatewayRequest.ReqMktData data) {
        header(out, OutboundMessage.REQ_MKT_DATA, 11);
        out.integer(data.reqId());
        GatewayContract contract = data.contract();
        ContractFields.write(out, contract);
        if (contract.isCombo()) {
            out.integer(contract.legs().size());
            for (ComboLeg leg : contract.legs()) {
                out.integer(leg.conId());
                out.integer(leg.ratio());
                out.text("legs[].action", leg.action());
                out.text("legs[].exchange", leg.exchange());
            }
        }
        ContractFields.writeDeltaNeutralContract(out, contract.deltaNeutralContract());
        out.text("genericTickList", data.genericTickList());
        out.bool(data.snapshot());
        out.bool(data.regulatorySnapshot());
        out.tagList("mktDataOptions", data.mktDataOptions());
    }

    private static void contractDetails(FieldWriter out, int reqId, GatewayContract contract) {
        header(out, OutboundMessage.REQ_CONTRACT_DATA, 8);
        out.integer(reqId);
        ContractFields.write(out, contract);
        out.bool(contract.includeExpired());
        out.text("contract.secIdType", contract.secIdType());
        out.text("contract.secId", contract.secId());
        out.text("contract.issuerId", contract.issuerId());
    }

    /** A wrong layout here is dropped by the gateway without any error. Source: wire specification, section 6. */
    private void cancelOrder(FieldWriter out, int orderId, OrderCancel cancel) {
        out.integer(OutboundMessage.CANCEL_ORDER);
        if (version < Version.MANUAL_ORDER_INDICATOR) {
            out.integer(1);
        }
        out.integer(orderId);
        out.text("manualOrderCancelTime", cancel.manualOrderCancelTime());
        if (version >= Version.RFQ_FILLER && version < Version.RFQ_FILLER_GONE) {
            out.empty();
            out.empty();
            out.maxInteger();
        }
        operator(out, cancel);
    }

    private void globalCancel(FieldWriter out, OrderCancel cancel) {
        out.integer(OutboundMessage.REQ_GLOBAL_CANCEL);
        if (version < Version.MANUAL_ORDER_INDICATOR) {
            out.integer(1);
        }
        operator(out, cancel);
    }

    private void operator(FieldWriter out, OrderCancel cancel) {
        if (version >= Version.MANUAL_ORDER_INDICATOR) {
            out.text("extOperator", cancel.extOperator());
            out.integerOrMax(cancel.manualOrderIndicator());
        }
    }

    private void executions(FieldWriter out, int reqId, ExecutionFilter filter) {
        header(out, OutboundMessage.REQ_EXECUTIONS, 3);
        out.integer(reqId);
        out.integer(filter.clientId());
        out.text("filter.acctCode", filter.acctCode());
        out.text("filter.time", filter.time());
        out.text("filter.symbol", filter.symbol());
        out.text("filter.secType", filter.secType());
        out.text("filter.exchange", filter.exchange());
        out.text("filter.side", filter.side());
        if (version >= Version.EXECUTION_DAYS) {
            out.integerOrMax(filter.lastNDays());
            out.integer(filter.specificDates().size());
            for (String date : filter.specificDates()) {
                out.text("specificDates[].date", date);
            }
        }
    }
}
