package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import java.util.List;

/**
 * Takes messages of a subscription, in stream order, on the subscription's thread.
 *
 * <p>Returning means done: the messages are acknowledged. An exception means not done: the same messages come again after a pause,
 * until the consumer group's limit of deliveries sends them to the dead-letter stream. Delivery is at least once, so a handler must
 * recognise what it has seen.
 */
@FunctionalInterface
public interface StreamHandler<T> {

    /**
     * Handles what one read yielded.
     *
     * @param messages never empty
     * @throws RejectedMessageException when one of them can never be handled
     */
    void handle(List<Envelope<T>> messages) throws Exception;

    /** Told when entries were, or may have been, trimmed away before this group saw them; what comes next follows the gap. */
    default void onTrimmed(TrimmedEntries trimmed) {}

    /** A handler of single messages, for a group whose batch size is one. */
    static <T> StreamHandler<T> each(EachHandler<T> handler) {
        return messages -> {
            for (Envelope<T> message : messages) {
                handler.handle(message);
            }
        };
    }

    /** Takes one message. */
    @FunctionalInterface
    interface EachHandler<T> {
        void handle(Envelope<T> message) throws Exception;
    }
}
