@NullMarked
package com.quanticity.ibkr.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
