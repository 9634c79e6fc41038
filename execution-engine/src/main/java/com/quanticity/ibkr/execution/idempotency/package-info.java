/**
 * When two requests are one: the caller's key, and the terms in a form that two requests share exactly when they ask for the same. Used by
 * every feature that takes orders; stateless, any thread.
 */
@NullMarked
package com.quanticity.ibkr.execution.idempotency;

import org.jspecify.annotations.NullMarked;
