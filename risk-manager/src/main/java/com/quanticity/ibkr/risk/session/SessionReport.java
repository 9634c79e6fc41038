package com.quanticity.ibkr.risk.session;

import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.stream.SessionReporter;

/** Tells the platform about the session. */
record SessionReport(SessionReporter reporter) implements SessionListener {

    @Override
    public void onStateChange(SessionEvent event) {
        reporter.onSessionEvent(event);
    }

    @Override
    public void onAlarm(Alarm alarm) {
        reporter.onAlarm(alarm);
    }

    @Override
    public void onEvents(EventBatch batch) {}
}
