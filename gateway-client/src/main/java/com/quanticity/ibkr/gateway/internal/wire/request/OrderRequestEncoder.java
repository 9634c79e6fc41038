package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;

/** Everything about orders but the order itself, which {@link OrderEncoder} writes. Immutable. */
final class OrderRequestEncoder {

    private final int version;
    private final OrderEncoder orders;

    OrderRequestEncoder(int version) {
        this.version = version;
        this.orders = new OrderEncoder(version);
    }

    void write(FieldWriter out, OrderRequest request) {
        switch (request) {
            case OrderRequest.PlaceOrder order -> orders.placeOrder(out, order);
            case OrderRequest.CancelOrder(int orderId, OrderCancel cancel) -> cancelOrder(out, orderId, cancel);
            case OrderRequest.ReqGlobalCancel(OrderCancel cancel) -> globalCancel(out, cancel);
            case OrderRequest.ExerciseOptions exercise -> exercise(out, exercise);
        }
    }

    void write(FieldWriter out, OrderQuery request) {
        switch (request) {
            case OrderQuery.ReqOpenOrders() -> out.message(OutboundMessage.REQ_OPEN_ORDERS, 1);
            case OrderQuery.ReqAllOpenOrders() -> out.message(OutboundMessage.REQ_ALL_OPEN_ORDERS, 1);
            case OrderQuery.ReqAutoOpenOrders(boolean autoBind) -> {
                out.message(OutboundMessage.REQ_AUTO_OPEN_ORDERS, 1);
                out.bool(autoBind);
            }
            case OrderQuery.ReqCompletedOrders(boolean apiOnly) -> {
                out.message(OutboundMessage.REQ_COMPLETED_ORDERS);
                out.bool(apiOnly);
            }
            case OrderQuery.ReqExecutions(int reqId, ExecutionFilter filter) -> executions(out, reqId, filter);
        }
    }

    /** A wrong layout here is dropped by the gateway without any error. Source: wire specification, section 6. */
    private void cancelOrder(FieldWriter out, int orderId, OrderCancel cancel) {
        cancelMessage(out, OutboundMessage.CANCEL_ORDER);
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
        cancelMessage(out, OutboundMessage.REQ_GLOBAL_CANCEL);
        operator(out, cancel);
    }

    private void cancelMessage(FieldWriter out, int id) {
        if (version < Version.MANUAL_ORDER_INDICATOR) {
            out.message(id, 1);
        } else {
            out.message(id);
        }
    }

    private void operator(FieldWriter out, OrderCancel cancel) {
        if (version >= Version.MANUAL_ORDER_INDICATOR) {
            out.text("extOperator", cancel.extOperator());
            out.integerOrMax(cancel.manualOrderIndicator());
        }
    }

    private void exercise(FieldWriter out, OrderRequest.ExerciseOptions exercise) {
        out.message(OutboundMessage.EXERCISE_OPTIONS, 2);
        out.integer(exercise.reqId());
        ContractWriter.writeExercised(out, exercise.contract());
        out.integer(exercise.exerciseAction().wireCode());
        out.integer(exercise.exerciseQuantity());
        out.text("account", exercise.account());
        out.bool(exercise.override());
        if (version >= Version.EXERCISE_TIME) {
            out.text("manualOrderTime", exercise.manualOrderTime());
        }
        if (version >= Version.CUSTOMER_ACCOUNT) {
            out.text("customerAccount", exercise.customerAccount());
        }
        if (version >= Version.PROFESSIONAL_CUSTOMER) {
            out.bool(exercise.professionalCustomer());
        }
    }

    private void executions(FieldWriter out, int reqId, ExecutionFilter filter) {
        out.message(OutboundMessage.REQ_EXECUTIONS, 3);
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
