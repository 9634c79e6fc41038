package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;

/** A part of this service that hears the session. Called in bean order; the threads are those of {@link SessionListener}. */
public interface SessionParticipant extends SessionListener {

    /** Only the parts that keep orders know of some. */
    @Override
    default boolean mayHaveWorkingOrders() {
        return false;
    }

    @Override
    default void onEvents(EventBatch batch) {}
}
