/**
 * From target quantities or weights to orders in a safe sequence. Pure and immutable, any thread. Entry point
 * {@link com.quanticity.ibkr.execution.rebalance.Rebalancing}.
 */
@NullMarked
package com.quanticity.ibkr.execution.rebalance;

import org.jspecify.annotations.NullMarked;
