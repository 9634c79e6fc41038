/**
 * Redis and PostgreSQL from Maven artifacts, unpacked on first use. Entry points {@link
 * com.quanticity.ibkr.quickstart.server.RedisServer} and {@link com.quanticity.ibkr.quickstart.server.PostgresServer}; started on the
 * supervising threads.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.server;

import org.jspecify.annotations.NullMarked;
