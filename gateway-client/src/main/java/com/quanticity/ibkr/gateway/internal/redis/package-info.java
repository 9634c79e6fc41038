/**
 * What sessions of several processes share, kept in Redis: client-id leases, message budget, historical data limits. All Redis I/O
 * happens on threads of this package; sessions only read volatile fields and get callbacks. Times are compared on Redis' clock inside
 * scripts, and on the process's monotonic clock outside of them; no wall clock has to agree with another.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.redis;

import org.jspecify.annotations.NullMarked;
