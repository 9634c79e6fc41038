package com.quanticity.ibkr.gateway.request;

/**
 * What a client may ask. The groups are sealed, so that one case can take a whole group: {@code case NewsRequest _ -> …}.
 */
public sealed interface GatewayRequest
        permits SessionRequest,
                MarketDataRequest,
                DepthRequest,
                ContractRequest,
                AccountRequest,
                OrderRequest,
                OrderQuery,
                HistoryRequest,
                NewsRequest,
                ScannerRequest,
                DisplayGroupRequest {

    /** Marks a request that is answered under the id it carries; the cancel of such a request carries the same id. */
    interface WithId {
        int reqId();
    }
}
