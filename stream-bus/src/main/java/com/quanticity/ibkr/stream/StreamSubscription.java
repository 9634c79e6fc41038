package com.quanticity.ibkr.stream;

/** A running consumer. Closing waits for the handler to finish what it has, five seconds at most; nothing is lost by it. */
public interface StreamSubscription extends AutoCloseable {

    @Override
    void close();
}
