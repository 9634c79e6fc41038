package com.quanticity.ibkr.risk.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the account is watched.
 *
 * @param summaryRefresh how often the account summary is asked for again; default 55 s, so that with the answer's time the view stays
 *     younger than 60 s. Source: capability G01
 * @param requestTimeout how long the answer with the positions may take; default 10 s
 * @param keyRefresh how often the Redis key of unchanged positions is renewed; default 30 s, less than its 120 s to live
 */
@ConfigurationProperties(value = "ibkr.account", ignoreUnknownFields = false)
record AccountProperties(
        @DefaultValue("55s") Duration summaryRefresh,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("30s") Duration keyRefresh) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    AccountProperties {
        check("summary-refresh", summaryRefresh);
        check("request-timeout", requestTimeout);
        check("key-refresh", keyRefresh);
    }

    private static void check(String name, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "ibkr.account." + name + " must be more than 0 and at most 60s, was " + value + "; correct it");
        }
    }
}
