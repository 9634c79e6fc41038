package com.quanticity.ibkr.test;

/** One server process of the test run: always the same port, its data kept from {@link #stop} to the next {@link #start}. */
interface TestServer {

    String host();

    int port();

    /** Returns when the server accepts connections; does nothing when it runs. */
    void start();

    /** Returns when the server is gone; does nothing when it is. */
    void stop();

    boolean isRunning();
}
