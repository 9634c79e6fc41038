package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;

/**
 * How much may go out, and how much that came in may wait.
 *
 * @param messagesPerSecond most messages sent in any second, over all sessions of the gateway
 * @param handOverCapacity most events waiting for the application before the session starts over
 */
public record FlowSettings(int messagesPerSecond, int handOverCapacity) {

    /** Source: IB allows 50 messages a second with 100 market data lines; 5 are left as a margin. Behaviour, section 3. */
    public static final int DEFAULT_MESSAGES_PER_SECOND = 45;

    public static final int DEFAULT_HAND_OVER_CAPACITY = 262_144;

    public static final FlowSettings DEFAULT =
            new FlowSettings(DEFAULT_MESSAGES_PER_SECOND, DEFAULT_HAND_OVER_CAPACITY);

    public FlowSettings {
        new Problems()
                .atLeastOne("pacing.messages-per-second", messagesPerSecond)
                .atLeastOne("hand-over-capacity", handOverCapacity)
                .throwIfAny();
    }
}
