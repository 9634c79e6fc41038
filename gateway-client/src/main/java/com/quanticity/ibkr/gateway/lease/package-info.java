/**
 * One holder for each client id: a session asks for the lease of its id before it connects and renews it while it lives. Ports, and
 * an implementation without a store for tools and tests; the one on Redis is in {@code internal.redis}.
 */
@NullMarked
package com.quanticity.ibkr.gateway.lease;

import org.jspecify.annotations.NullMarked;
