package com.quanticity.ibkr.gateway.pacing;

/**
 * A session's part of its gateway's message budget, in slots: with n slots a session sends at most n messages in any second. The
 * slots of all sessions of one gateway never add up to more than the budget, so no clock has to agree with another. Kills, cancels and
 * probes need no more than two slots nobody agreed to, so that they leave before a share is agreed and when it has come down to none.
 *
 * <p>Nothing here blocks or does I/O. Implementations are thread-safe.
 */
public interface MessageShare extends AutoCloseable {

    /** Slots now, 0 or more; they may shrink from one call to the next, so ask before each message. */
    int slots();

    /** Most slots this share can ever have. */
    int limit();

    /** Tells how many slots would be used now: messages sent in the last second and waiting. */
    void want(int messages);

    /** Called when there are more slots than before; on any thread, must not block. The last callback counts. */
    void onGrowth(Runnable callback);

    /** The gateway complained about too many messages (error 100): the budget is lowered for a while. */
    void onViolation();

    Standing standing();

    /** Gives the slots back. Idempotent. */
    @Override
    void close();

    /** How a share stands. */
    enum Standing {
        /** Nobody else is asked: the process has the gateway for itself. */
        ALONE,
        /** Agreed with the other sessions of the gateway. */
        SHARED,
        /** The others cannot be asked: only the fixed part of this client id is used. */
        FALLBACK
    }
}
