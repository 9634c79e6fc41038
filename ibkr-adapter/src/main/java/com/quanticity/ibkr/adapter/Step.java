package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.service.StartStop;
import org.springframework.context.SmartLifecycle;

/**
 * The order in which this service starts: publishers, then listeners, then the session, then the consumers of commands; it stops the
 * other way round. All come after the web server, so that a start that fails (a busy port) never reaches the gateway.
 */
public enum Step implements StartStop.Step {
    PUBLISH(3),
    LISTEN(2),
    CONNECT(1),
    CONSUME(0);

    private final int before;

    /** @param before how many phases before the last one, which is Spring's default */
    Step(int before) {
        this.before = before;
    }

    @Override
    public int phase() {
        return SmartLifecycle.DEFAULT_PHASE - before;
    }
}
