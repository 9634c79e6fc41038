/**
 * A made-up market for when there is no recording: {@link com.quanticity.ibkr.simulator.generator.GeneratorFeed}. The same
 * seed makes the same events, symbol by symbol. Threads: one at a time.
 */
@NullMarked
package com.quanticity.ibkr.simulator.generator;

import org.jspecify.annotations.NullMarked;
