package com.quanticity.ibkr.gateway.internal.impairment;

import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;

/** Which events are live market data. */
public final class LiveData {

    /** No request. */
    public static final int NONE = -1;

    /** Prices and sizes from 66 to 76 are delayed. Source: wire specification, ticks. */
    private static final int FIRST_DELAYED = 66;

    private static final int LAST_DELAYED = 76;

    private LiveData() {}

    /** The request that got live data by this event, {@link #NONE} when none did. */
    public static int requestOf(GatewayEvent event) {
        return switch (event) {
            case TickEvent.TickPrice tick when tick.hasPrice() && !isDelayed(tick.tickTypeCode()) -> tick.reqId();
            case TickEvent.TickSize tick when tick.hasSize() && !isDelayed(tick.tickTypeCode()) -> tick.reqId();
            case TickByTickEvent tick -> tick.reqId();
            case DepthEvent.UpdateMktDepth row -> row.reqId();
            case DepthEvent.UpdateMktDepthL2 row -> row.reqId();
            case HistoryEvent.RealtimeBar bar -> bar.reqId();
            // Everything else is no live price.
            default -> NONE;
        };
    }

    private static boolean isDelayed(int tickTypeCode) {
        return tickTypeCode >= FIRST_DELAYED && tickTypeCode <= LAST_DELAYED;
    }
}
