package com.quanticity.ibkr.gateway.event;

/**
 * What a gateway tells, one record for each callback of the API, in groups. Numbers are exact; unset values are null, texts that are
 * not given are empty. Copies may repeat and different orders may interleave.
 */
public sealed interface GatewayEvent
        permits ConnectionEvent,
                TickEvent,
                TickByTickEvent,
                DepthEvent,
                ContractEvent,
                TradingEvent,
                AccountEvent,
                HistoryEvent,
                NewsEvent,
                ScannerEvent,
                DisplayGroupEvent,
                UnreadEvent {

    /** An event that belongs to a request; every implementation is a {@link GatewayEvent}. */
    interface WithId {

        /** Id of the request; executions that happen by themselves carry −1. */
        int reqId();
    }
}
