package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.internal.subscription.Streams;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.session.ClientId;

/** The runs of the application's synchronising steps, numbered so that a late end is told from the present one. Control thread only. */
final class Synchronisations {

    private final ClientId clientId;
    private final SessionScheduler scheduler;
    private final Streams streams;
    private final SynchronisationRunner runner;
    private long lastRun;
    private long lastReadyNumber;

    Synchronisations(ClientId clientId, SessionScheduler scheduler, Streams streams, SynchronisationRunner runner) {
        this.clientId = clientId;
        this.scheduler = scheduler;
        this.streams = streams;
        this.runner = runner;
    }

    long nextRun() {
        return ++lastRun;
    }

    /** Runs the steps on a thread of their own; the result interrupts it. */
    Runnable start(long run, Link link, Synchronisation.Cause cause) {
        streams.onSynchronising(cause);
        return scheduler.runBlocking("gateway-synchronise-" + clientId, () -> runner.run(run, link.number(), cause));
    }

    /** The cause to serve after a loss of the broker's link that cut off no synchronising. */
    Synchronisation.Cause firstCause(Link link) {
        return link.number() == lastReadyNumber ? Synchronisation.Cause.DATA_KEPT : Synchronisation.Cause.CONNECTED;
    }

    void succeeded(Link link) {
        lastReadyNumber = link.number();
    }
}
