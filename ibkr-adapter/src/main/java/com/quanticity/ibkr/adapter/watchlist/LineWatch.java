package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;

/** Hears that the broker has no free line (101) for one of the watched symbols. Called on the session's consumer thread. */
record LineWatch(WatchList watchList, SubscriptionDesk desk) implements SessionParticipant {

    private static final int NO_FREE_LINE = 101;

    @Override
    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof ErrorMessage error && error.errorCode() == NO_FREE_LINE && desk.hasAsked(error.id())) {
                watchList.onNoLine();
            }
        }
    }
}
