/** The gateway simulator under load: a process of its own, many clients here, every frame counted. */
@NullMarked
package com.quanticity.ibkr.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
