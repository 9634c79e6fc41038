package com.quanticity.ibkr.replay;

import com.quanticity.ibkr.service.StartStop;
import org.springframework.context.SmartLifecycle;

/** The order in which this service starts, after the web server; it stops the other way round. */
public enum Step implements StartStop.Step {
    REPLAY(1),
    CONNECT(0);

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
