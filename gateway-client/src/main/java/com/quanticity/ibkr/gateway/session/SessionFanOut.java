package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.util.List;

/**
 * Passes what a session says to the parts of an application, one after the other, on the threads of {@link SessionListener}. The first
 * one that throws ends the call for those behind it. Everything that a listener can be told is passed on.
 */
public final class SessionFanOut implements SessionListener {

    private volatile List<SessionListener> participants = List.of();

    /** Sets who is told, in this order, in place of those before. Call it before the session starts: nothing is told twice. */
    public void join(List<? extends SessionListener> all) {
        participants = List.copyOf(all);
    }

    @Override
    public void onStateChange(SessionEvent event) {
        participants.forEach(participant -> participant.onStateChange(event));
    }

    @Override
    public void onAlarm(Alarm alarm) {
        participants.forEach(participant -> participant.onAlarm(alarm));
    }

    @Override
    public void onFarm(FarmStatus farm) {
        participants.forEach(participant -> participant.onFarm(farm));
    }

    @Override
    public boolean mayHaveWorkingOrders() {
        return participants.stream().anyMatch(SessionListener::mayHaveWorkingOrders);
    }

    @Override
    public void onEvents(EventBatch batch) {
        participants.forEach(participant -> participant.onEvents(batch));
    }

    @Override
    public void onSubscription(SubscriptionStatus status) {
        participants.forEach(participant -> participant.onSubscription(status));
    }

    @Override
    public void onGap(SessionGap gap) {
        participants.forEach(participant -> participant.onGap(gap));
    }

    @Override
    public void onBacklog(Backlog backlog) {
        participants.forEach(participant -> participant.onBacklog(backlog));
    }

    @Override
    public void onUnsent(List<GatewayRequest> requests) {
        participants.forEach(participant -> participant.onUnsent(requests));
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        for (SessionListener participant : participants) {
            participant.synchronise(synchronisation);
        }
    }
}
