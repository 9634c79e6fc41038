/**
 * From target quantities or weights to orders in a safe sequence. {@link com.quanticity.ibkr.execution.rebalance.Rebalancing} plans and is
 * pure; {@code RebalanceDesk} runs the plans, on the upkeep's thread and on request threads.
 */
@NullMarked
package com.quanticity.ibkr.execution.rebalance;

import org.jspecify.annotations.NullMarked;
