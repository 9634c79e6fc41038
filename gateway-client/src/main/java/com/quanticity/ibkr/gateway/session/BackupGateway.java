package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;

/**
 * A second gateway, logged in as the same user, to turn to when the first fails.
 *
 * @param automaticReturn true: the session goes back by itself once the first gateway has answered for a while, no order works and a
 *     planned window is open; false: somebody sends it back
 * @param returnAfter how long the first gateway must have answered
 */
public record BackupGateway(String host, int port, boolean automaticReturn, Duration returnAfter) {

    public BackupGateway {
        new Problems()
                .require(!host.isBlank(), "backup.host is blank; set it to the address of the second gateway")
                .require(port >= 1 && port <= 65_535, "backup.port must be 1..65535, was " + port)
                .positive("backup.return-after", returnAfter)
                .throwIfAny();
    }
}
