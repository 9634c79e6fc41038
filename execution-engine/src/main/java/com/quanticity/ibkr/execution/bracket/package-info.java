/**
 * A position with its stop and its target, and what to do when they differ. Pure and immutable, any thread. Entry point
 * {@link com.quanticity.ibkr.execution.bracket.Protection}.
 */
@NullMarked
package com.quanticity.ibkr.execution.bracket;

import org.jspecify.annotations.NullMarked;
