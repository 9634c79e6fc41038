package com.quanticity.ibkr.gateway.internal.pacing;

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

/** Which requests go first when the message budget is short. The order of the constants is the order of departure. */
public enum Lane {
    /** Cancels and the liveness probe: what makes things safer. */
    CANCEL,
    ORDER,
    DATA;

    static Lane of(GatewayRequest request) {
        return switch (request) {
            case OrderRequest.CancelOrder _,
                    OrderRequest.ReqGlobalCancel _,
                    SessionRequest.ReqCurrentTime _,
                    SessionRequest.ReqCurrentTimeInMillis _ -> CANCEL;
            case OrderRequest.PlaceOrder _, OrderRequest.ExerciseOptions _ -> ORDER;
            case SessionRequest _,
                    AccountRequest _,
                    MarketDataRequest _,
                    DepthRequest _,
                    ContractRequest _,
                    HistoryRequest _,
                    NewsRequest _,
                    ScannerRequest _,
                    OrderQuery _ -> DATA;
        };
    }
}
