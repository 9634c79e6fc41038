package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;

/** Whatever changes orders or positions. Questions about orders are {@link OrderQuery}. */
public sealed interface OrderRequest extends GatewayRequest {

    /** Submits an order, or modifies the working order of this id. */
    record PlaceOrder(int orderId, GatewayContract contract, GatewayOrder order) implements OrderRequest {}

    /** Answered by {@link TradingEvent.OrderStatus} and error 202, or by errors 10147, 10148, 161. */
    record CancelOrder(int orderId, OrderCancel orderCancel) implements OrderRequest {}

    /** Cancels every open order of the login, whoever placed it. */
    record ReqGlobalCancel(OrderCancel orderCancel) implements OrderRequest {}

    /**
     * Exercises an option or lets it lapse.
     *
     * @param exerciseQuantity contracts
     * @param override true: do it although the system advises against it
     * @param manualOrderTime empty, or {@code YYYYMMDD-HH:mm:ss}; needs version 180
     * @param customerAccount normally empty; needs version 183
     * @param professionalCustomer needs version 184
     */
    record ExerciseOptions(
            int reqId,
            GatewayContract contract,
            ExerciseAction exerciseAction,
            int exerciseQuantity,
            String account,
            boolean override,
            String manualOrderTime,
            String customerAccount,
            boolean professionalCustomer)
            implements OrderRequest, WithId {}
}
