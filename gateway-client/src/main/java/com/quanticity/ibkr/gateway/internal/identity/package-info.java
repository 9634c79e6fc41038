/**
 * Who we are and whose order is whose: the lease of our client id, the ids given out, client ids seen in orders and executions. Safe on
 * every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.identity;

import org.jspecify.annotations.NullMarked;
