/**
 * What the account is worth and holds, as the broker reports it on client id 2: onto streams, Redis keys and tables. Entry points:
 * {@code AccountFeed} for what the gateway sends, {@code AccountConfiguration} for the wiring.
 *
 * <p>Threads: the books change on the session's consumer thread only and are read on every thread. What changed leaves through two
 * queues, one to Redis and one to the database, so that neither holds up the session.
 */
@NullMarked
package com.quanticity.ibkr.risk.account;

import org.jspecify.annotations.NullMarked;
