/** Compares what the platform believes with what the simulator saw. {@code Invariants} is pure; the rest reads. */
@NullMarked
package com.quanticity.ibkr.chaos.proof;

import org.jspecify.annotations.NullMarked;
