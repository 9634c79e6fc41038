/** The way of an order through the shipped services: command to wire, fill to ledger to stream, and a long load with many working orders. */
@NullMarked
package com.quanticity.ibkr.benchmarks.orders;

import org.jspecify.annotations.NullMarked;
