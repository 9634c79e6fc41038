package com.quanticity.ibkr.benchmarks.codec;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.TickByTickType;
import java.math.BigDecimal;
import java.util.List;

/** Requests whose encoding is measured. */
public enum RequestKind {
    REQ_MKT_DATA,
    REQ_TICK_BY_TICK,
    REQ_MKT_DEPTH,
    PLACE_ORDER,
    CANCEL_ORDER,
    REQ_CONTRACT_DETAILS;

    private static final int REQUEST_ID = 1_000_000_001;
    private static final int ORDER_ID = 1_234;

    GatewayRequest request() {
        GatewayContract apple = GatewayContract.builder()
                .symbol("AAPL")
                .secType("STK")
                .exchange("SMART")
                .primaryExchange("NASDAQ")
                .currency("USD")
                .build();
        return switch (this) {
            case REQ_MKT_DATA -> MarketDataRequest.ReqMktData.stream(REQUEST_ID, apple);
            case REQ_TICK_BY_TICK ->
                new MarketDataRequest.ReqTickByTickData(REQUEST_ID, apple, TickByTickType.BID_ASK, 0, false);
            case REQ_MKT_DEPTH -> new DepthRequest.ReqMktDepth(REQUEST_ID, apple, 10, true, List.of());
            case PLACE_ORDER -> new OrderRequest.PlaceOrder(ORDER_ID, apple, order());
            case CANCEL_ORDER -> new OrderRequest.CancelOrder(ORDER_ID, OrderCancel.NONE);
            case REQ_CONTRACT_DETAILS -> new ContractRequest.ReqContractDetails(REQUEST_ID, apple);
        };
    }

    private static GatewayOrder order() {
        return GatewayOrder.limit("BUY", BigDecimal.valueOf(100), new BigDecimal("189.25"))
                .account("DU9000001")
                .orderRef("01K9Q2C7R5W3T8Y6H4N0M1B2V3")
                .build();
    }
}
