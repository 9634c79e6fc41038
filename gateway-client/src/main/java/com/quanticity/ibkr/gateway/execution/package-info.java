/** Executions as the gateway reports them, and the filter to ask for them. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.gateway.execution;

import org.jspecify.annotations.NullMarked;
