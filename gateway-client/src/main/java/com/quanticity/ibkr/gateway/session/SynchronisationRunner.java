package com.quanticity.ibkr.gateway.session;

/** Runs the application's synchronising steps. Called on a thread of its own. */
@FunctionalInterface
interface SynchronisationRunner {

    /** Returns when the steps are done, failed or interrupted, and has told the session so. */
    void run(long run, Link link, Synchronisation.Cause cause);
}
