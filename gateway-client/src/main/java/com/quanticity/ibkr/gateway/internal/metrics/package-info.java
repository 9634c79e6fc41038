/**
 * The meters of one session. Safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.metrics;

import org.jspecify.annotations.NullMarked;
