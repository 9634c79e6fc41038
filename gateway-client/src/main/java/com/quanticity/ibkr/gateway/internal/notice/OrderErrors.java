package com.quanticity.ibkr.gateway.internal.notice;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.GatewaySession;

/** Which messages count as errors of orders. */
public final class OrderErrors {

    private OrderErrors() {}

    /** True for a message that names an order and is neither a notice nor the confirmation of a cancel. */
    public static boolean isError(ErrorMessage error) {
        boolean namesAnOrder = error.id() >= 0 && !GatewaySession.isRequestId(error.id());
        return namesAnOrder
                && ErrorCatalogue.meaning(error.errorCode(), ErrorContext.NEW_ORDER, error.errorMsg())
                        .isRefusal();
    }
}
