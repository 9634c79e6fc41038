/**
 * Hands facts to Redis or PostgreSQL on a thread of its own, in order, until they are taken. Entry point:
 * {@link com.quanticity.ibkr.risk.delivery.RetryingQueue}.
 */
@NullMarked
package com.quanticity.ibkr.risk.delivery;

import org.jspecify.annotations.NullMarked;
