package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.util.List;

/** Passes what the session says to every participant, in order. Participants join before the session starts. */
final class SessionHub implements SessionListener {

    private volatile List<SessionParticipant> participants = List.of();

    void join(List<SessionParticipant> all) {
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
        return participants.stream().anyMatch(SessionParticipant::mayHaveWorkingOrders);
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
        for (SessionParticipant participant : participants) {
            participant.synchronise(synchronisation);
        }
    }
}
