package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;

/** Starts a process; called again after each death. */
@FunctionalInterface
public interface Launch {

    /**
     * Starts it and registers it with the watchdog. May block until it listens.
     *
     * @throws IOException when it could not be started; the message says what to do
     */
    Running start() throws IOException;
}
