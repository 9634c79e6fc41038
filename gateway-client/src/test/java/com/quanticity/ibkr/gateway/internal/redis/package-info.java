/** Leases and shared budgets against a real Redis. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.redis;

import org.jspecify.annotations.NullMarked;
