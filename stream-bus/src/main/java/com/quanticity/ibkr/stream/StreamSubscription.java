package com.quanticity.ibkr.stream;

import java.util.Optional;

/** A running consumer. Closing waits for the handler to finish what it has, five seconds at most; nothing is lost by it. */
public interface StreamSubscription extends AutoCloseable {

    /**
     * Id of the last entry that was handed over, for {@link TailFrom#after}; empty before the first. Groups remember their place
     * themselves, so theirs is always empty.
     */
    default Optional<String> position() {
        return Optional.empty();
    }

    @Override
    void close();
}
