/** The order gate by itself, measured by JMH. Entry point: {@link com.quanticity.ibkr.benchmarks.gate.GateRun}. */
@NullMarked
package com.quanticity.ibkr.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
