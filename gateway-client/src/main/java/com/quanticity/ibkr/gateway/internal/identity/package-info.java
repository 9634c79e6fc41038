/** Whose order is whose: client ids seen in orders and executions. Called on the reader thread, readable on any. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.identity;

import org.jspecify.annotations.NullMarked;
