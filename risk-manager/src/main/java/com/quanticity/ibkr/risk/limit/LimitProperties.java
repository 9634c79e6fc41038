package com.quanticity.ibkr.risk.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Limits of the firm. They are changed by REST; only the first ones come from a file.
 *
 * @param initial JSON file with the limits of an empty database, such as {@code classpath:limits/starter.json}; without it there are none
 *     and every order is denied LIMITS_MISSING until some are approved
 * @param longestOverride the longest that leave for a single order may hold
 */
@ConfigurationProperties(value = "ibkr.limits", ignoreUnknownFields = false)
record LimitProperties(
        @Nullable Resource initial, @DefaultValue("30m") Duration longestOverride) {

    LimitProperties {
        if (!longestOverride.isPositive()) {
            throw new IllegalArgumentException("ibkr.limits.longest-override must be positive, was " + longestOverride
                    + "; write for example 30m");
        }
        if (initial != null && !initial.exists()) {
            throw new IllegalArgumentException("ibkr.limits.initial names " + initial.getDescription()
                    + ", which does not exist; name a JSON file such as classpath:limits/starter.json");
        }
    }
}
