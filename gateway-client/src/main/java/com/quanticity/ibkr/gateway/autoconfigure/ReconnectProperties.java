package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pauses between connection attempts, which never end.
 *
 * @param initial pause before the second attempt, doubles with each failure
 * @param max longest pause between attempts
 * @param jitter 0 to below 1: share by which pauses vary at random
 */
record ReconnectProperties(
        @DefaultValue("1s") Duration initial,
        @DefaultValue("60s") Duration max,
        @DefaultValue("0.2") double jitter) {

    ReconnectSettings settings() {
        return new ReconnectSettings(initial, max, jitter);
    }
}
