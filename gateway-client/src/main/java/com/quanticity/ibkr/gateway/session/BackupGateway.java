package com.quanticity.ibkr.gateway.session;

import java.time.Duration;

/**
 * A second gateway, logged in as the same user, to turn to when the first fails.
 *
 * @param automaticReturn true: the session goes back by itself once the first gateway has answered for a while, no order works and a
 *     planned window is open; false: somebody sends it back
 * @param returnAfter how long the first gateway must have answered
 */
public record BackupGateway(String host, int port, boolean automaticReturn, Duration returnAfter) {}
