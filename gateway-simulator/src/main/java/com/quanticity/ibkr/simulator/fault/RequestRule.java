package com.quanticity.ibkr.simulator.fault;

import java.time.Duration;

/** What becomes of requests of one kind before any desk sees them. */
public sealed interface RequestRule {

    /** Nobody answers; the request has no effect. */
    record Ignored() implements RequestRule {}

    /** The request is answered by this error under its own id, -1 when it has none, and has no effect. */
    record Refused(int code, String text) implements RequestRule {}

    /** The request is served after a while of the simulator's clock; later requests overtake it. */
    record Late(Duration by) implements RequestRule {}
}
