package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.session.Synchronisation;

/** Runs the application's synchronising steps. Called on a thread of its own. */
@FunctionalInterface
public interface SynchronisationRunner {

    /** Returns when the steps are done, failed or interrupted, and has told the session so. */
    void run(long run, long connection, Synchronisation.Cause cause);
}
