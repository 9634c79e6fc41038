package com.quanticity.ibkr.stream;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;

/**
 * How this platform talks to Redis: a command fails at once while Redis is away, and after {@link #COMMAND_TIMEOUT} when it does not
 * answer. Nothing is queued inside the driver: a command that its caller was told had failed must not be carried out a minute later.
 */
final class RedisClientRules {

    static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(3);

    /** The driver's own delay grows to 30 seconds, too long to stay blind after Redis is back. */
    static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

    private RedisClientRules() {}

    static void apply(ClientOptions.Builder options) {
        options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).timeoutOptions(TimeoutOptions.enabled());
    }

    static void apply(ClientResources.Builder resources) {
        resources.reconnectDelay(Delay.constant(RECONNECT_DELAY));
    }
}
