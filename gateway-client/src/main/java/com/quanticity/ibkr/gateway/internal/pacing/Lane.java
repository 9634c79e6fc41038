package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.GatewayRequest;

/** Which requests go first when the message budget is short. The order of the constants is the order of departure. */
public enum Lane {
    /** Cancels and the liveness probe: what makes things safer. */
    CANCEL,
    ORDER,
    DATA;

    static Lane of(GatewayRequest request) {
        return switch (request) {
            case GatewayRequest.CancelOrder _, GatewayRequest.ReqGlobalCancel _, GatewayRequest.ReqCurrentTime _ ->
                CANCEL;
            case GatewayRequest.PlaceOrder _ -> ORDER;
            case GatewayRequest.ReqIds _,
                    GatewayRequest.ReqManagedAccts _,
                    GatewayRequest.ReqMktData _,
                    GatewayRequest.CancelMktData _,
                    GatewayRequest.ReqMarketDataType _,
                    GatewayRequest.ReqContractDetails _,
                    GatewayRequest.ReqAccountSummary _,
                    GatewayRequest.CancelAccountSummary _,
                    GatewayRequest.ReqPositions _,
                    GatewayRequest.CancelPositions _,
                    GatewayRequest.ReqOpenOrders _,
                    GatewayRequest.ReqAllOpenOrders _,
                    GatewayRequest.ReqExecutions _,
                    GatewayRequest.ReqCompletedOrders _ -> DATA;
        };
    }
}
