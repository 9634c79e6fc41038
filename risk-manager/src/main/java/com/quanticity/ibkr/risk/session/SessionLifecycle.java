package com.quanticity.ibkr.risk.session;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.stream.SessionReporter;
import org.springframework.context.SmartLifecycle;

/** Connects when everything else is there, and leaves the gateway before anything else is gone. */
final class SessionLifecycle implements SmartLifecycle {

    private final GatewaySession session;
    private final SessionReporter reporter;
    private volatile boolean running;

    SessionLifecycle(GatewaySession session, SessionReporter reporter) {
        this.session = session;
        this.reporter = reporter;
    }

    @Override
    public void start() {
        reporter.start();
        session.start();
        running = true;
    }

    @Override
    public void stop() {
        session.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
