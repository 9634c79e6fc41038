package com.quanticity.ibkr.service;

import com.quanticity.ibkr.service.start.CannotStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service needs to be told.
 *
 * @param token bearer token of every {@code /api/**} endpoint, at least 16 characters; no default
 * @param pages true for a service with web pages: their errors are left to its own error pages, and only {@code @RestController}s answer
 *     with problem details; default false
 */
@ConfigurationProperties(value = "ibkr.service", ignoreUnknownFields = false)
record ServiceProperties(
        @Nullable String token, @DefaultValue("false") boolean pages) {

    private static final String ACTION =
            "set ibkr.service.token (or IBKR_SERVICE_TOKEN) to " + ServiceToken.MINIMUM_LENGTH + " characters or more";

    ServiceProperties {
        if (token == null || token.isBlank()) {
            throw new CannotStartException("ibkr.service.token is missing", ACTION);
        }
        if (token.length() < ServiceToken.MINIMUM_LENGTH) {
            throw new CannotStartException("ibkr.service.token has only " + token.length() + " characters", ACTION);
        }
    }

    ServiceToken serviceToken() {
        if (token == null) {
            throw new IllegalStateException("checked at construction");
        }
        return new ServiceToken(token);
    }

    @Override
    public String toString() {
        return "ServiceProperties[token=******, pages=" + pages + "]";
    }
}
