package com.quanticity.ibkr.quickstart.process;

/** One started operating-system process. */
public interface Running {

    long pid();

    boolean isAlive();

    /** How it ended, in words, like {@code exit code 1}; asked only when it is not alive. */
    String ending();

    /** Asks it to end in good order; returns at once or when it ended. */
    void requestEnd();

    /** Ends it without asking. */
    void kill();
}
