/**
 * Where our books and the broker's differ, and what people decide about it. Entry points:
 * {@link com.quanticity.ibkr.console.discrepancies.DiscrepancyBook} for what the execution-engine tells,
 * {@code DiscrepancyController} for decisions, which go to the execution-engine. Thread-safe.
 */
@NullMarked
package com.quanticity.ibkr.console.discrepancies;

import org.jspecify.annotations.NullMarked;
