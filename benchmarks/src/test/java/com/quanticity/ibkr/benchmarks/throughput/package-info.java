@NullMarked
package com.quanticity.ibkr.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
