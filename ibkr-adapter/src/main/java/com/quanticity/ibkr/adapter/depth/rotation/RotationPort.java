package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rotation needs of the world. Nothing blocks, and nothing calls back into the rotation. */
public interface RotationPort {

    /** Asks for depth. The permanent symbol has its reserved id, every other request one that was never used. */
    Asked subscribe(String symbol, boolean permanent);

    /** Ends a request. There is no acknowledgement. */
    void cancel(String symbol, int requestId);

    /** Asks something whose answer shows that every request before was read; the result comes as {@link Rotation#onBarrier}. */
    void askBarrier(int number);

    /** When a row of a cancelled request came last, null when none did. */
    @Nullable Instant lastLateRowAt(int requestId);

    /** Whether the contract of a symbol is known. */
    boolean isKnown(String symbol);

    /** Whether the market of a symbol rests, so that no row says nothing. */
    boolean isResting(String symbol, Instant now);

    void tell(RotationEvent event);

    /** What became of a request for depth at our own end. */
    sealed interface Asked {

        /**
         * It goes out.
         *
         * @param budgetWait how long it waits for the message budget
         */
        record Sent(int requestId, Duration budgetWait) implements Asked {}

        /** It did not go out and will not. */
        record NotSent(String reason) implements Asked {}
    }
}
