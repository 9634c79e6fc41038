package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.stream.SessionReporter;

/** Tells the platform of every change and alarm of this session. */
record SessionPublisher(SessionReporter reporter) implements SessionParticipant {

    @Override
    public void onStateChange(SessionEvent event) {
        reporter.onSessionEvent(event);
    }

    @Override
    public void onAlarm(Alarm alarm) {
        reporter.onAlarm(alarm);
    }
}
