/**
 * What to ask for and in which pieces: pure functions, no I/O, no clock. The wire's limits on length and the rules that keep the borders
 * of two pieces from losing or doubling anything live here.
 */
@NullMarked
package com.quanticity.ibkr.adapter.historical.plan;

import org.jspecify.annotations.NullMarked;
