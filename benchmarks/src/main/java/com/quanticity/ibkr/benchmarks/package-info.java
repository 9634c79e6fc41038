/**
 * Measures the gateway client and writes down what it found. {@link com.quanticity.ibkr.benchmarks.BenchmarksApplication} is the
 * program behind {@code ./benchmarks/run}.
 */
@NullMarked
package com.quanticity.ibkr.benchmarks;

import org.jspecify.annotations.NullMarked;
