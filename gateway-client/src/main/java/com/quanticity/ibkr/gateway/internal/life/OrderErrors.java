package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.ErrorCode;
import com.quanticity.ibkr.gateway.ErrorCode.OrderEffect;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.GatewaySession;

/** Which messages count as errors of orders. */
final class OrderErrors {

    private OrderErrors() {}

    /** True for a message that names an order and is neither a warning nor the confirmation of a cancel. */
    static boolean isError(ErrorMessage error) {
        boolean namesAnOrder = error.id() >= 0 && error.id() < GatewaySession.FIRST_REQUEST_ID;
        return namesAnOrder
                && error.errorCode() != ErrorCode.ORDER_CANCELLED.code()
                && !ErrorCode.isWarning(error.errorCode())
                && ErrorCode.onNewOrder(error.errorCode()) != OrderEffect.ALIVE;
    }
}
