package com.quanticity.ibkr.risk.session;

import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.stream.SessionReporter;
import java.util.List;

/** Tells the platform about the session and hands everything to the features, one after the other. */
record SessionFanOut(SessionReporter reporter, List<SessionListener> features) implements SessionListener {

    @Override
    public void onStateChange(SessionEvent event) {
        reporter.onSessionEvent(event);
        features.forEach(feature -> feature.onStateChange(event));
    }

    @Override
    public void onAlarm(Alarm alarm) {
        reporter.onAlarm(alarm);
        features.forEach(feature -> feature.onAlarm(alarm));
    }

    /** This id never places one. */
    @Override
    public boolean mayHaveWorkingOrders() {
        return false;
    }

    @Override
    public void onSubscription(SubscriptionStatus status) {
        features.forEach(feature -> feature.onSubscription(status));
    }

    @Override
    public void onGap(SessionGap gap) {
        features.forEach(feature -> feature.onGap(gap));
    }

    @Override
    public void onBacklog(Backlog backlog) {
        features.forEach(feature -> feature.onBacklog(backlog));
    }

    @Override
    public void onEvents(EventBatch batch) {
        features.forEach(feature -> feature.onEvents(batch));
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        for (SessionListener feature : features) {
            feature.synchronise(synchronisation);
        }
    }
}
