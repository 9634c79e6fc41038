package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;

/**
 * Which requests go first when the message budget is short. The order of the constants is the order of departure. The later lanes
 * leave some slots of the budget alone, so that a kill or a cancel finds one free in the middle of a flood.
 */
public enum Lane {
    /** Global cancel. May use every slot. */
    KILL,
    /** Cancels and the liveness probe: what makes things safer. */
    CANCEL,
    ORDER,
    DATA,
    /** Historical queries wait for rules of their own as well. */
    HISTORY;

    /** What a kill, a cancel or a probe may use without anybody's agreement: it fits between our 45 and the gateway's 50. */
    static final int ALWAYS = 2;

    /**
     * Slots this lane may use: of 45 they are 45, 44, 42, 40 and 40, of 3 they are 3, 2, 1, 1 and 1; kill and cancels never have
     * fewer than {@value #ALWAYS}.
     */
    int slotsOf(int slots) {
        return switch (this) {
            case KILL -> Math.max(ALWAYS, slots);
            case CANCEL -> Math.max(ALWAYS, slots - 1);
            case ORDER -> withoutReserve(slots, 15);
            case DATA, HISTORY -> withoutReserve(slots, 9);
        };
    }

    /** One slot more than the cancels leave, else a flood takes the cancels' last one. */
    private static int withoutReserve(int slots, int leavesOneOf) {
        int reserve = Math.max(2, slots / leavesOneOf);
        return slots - Math.min(reserve, Math.max(0, slots - 1));
    }

    static Lane of(GatewayRequest request) {
        return switch (request) {
            case OrderRequest.ReqGlobalCancel _ -> KILL;
            case OrderRequest.CancelOrder _, SessionRequest.ReqCurrentTime _, SessionRequest.ReqCurrentTimeInMillis _ ->
                CANCEL;
            case OrderRequest.PlaceOrder _, OrderRequest.ExerciseOptions _ -> ORDER;
            case HistoryRequest.ReqHistoricalData _,
                    HistoryRequest.ReqHistoricalTicks _,
                    HistoryRequest.ReqHeadTimestamp _ -> HISTORY;
            case HistoryRequest.CancelHistoricalData _,
                    HistoryRequest.CancelHeadTimestamp _,
                    HistoryRequest.ReqHistogramData _,
                    HistoryRequest.CancelHistogramData _,
                    SessionRequest _,
                    AccountRequest _,
                    MarketDataRequest _,
                    DepthRequest _,
                    ContractRequest _,
                    NewsRequest _,
                    ScannerRequest _,
                    DisplayGroupRequest _,
                    OrderQuery _ -> DATA;
        };
    }
}
