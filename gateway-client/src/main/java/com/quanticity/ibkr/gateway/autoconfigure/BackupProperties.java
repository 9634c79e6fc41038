package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A second gateway, logged in as the same user, used after three failures in a row of the first outside planned outages.
 *
 * @param host its name or address; none = there is no backup
 * @param port its API port
 * @param automaticReturn true = back to the first gateway by itself once that has answered for a while, no order works and a planned
 *     window is open; false = somebody sends it back
 * @param returnAfter how long the first gateway must have answered
 */
record BackupProperties(
        @Nullable String host,
        @Nullable Integer port,
        @DefaultValue("false") boolean automaticReturn,
        @DefaultValue("10m") Duration returnAfter) {

    void check(Problems problems) {
        problems.require(
                        (host == null) == (port == null),
                        "backup needs host and port (1..65535); set both or leave both out")
                .part(this::gateway);
    }

    /** Null when there is none. */
    @Nullable BackupGateway gateway() {
        return host == null || port == null ? null : new BackupGateway(host, port, automaticReturn, returnAfter);
    }
}
