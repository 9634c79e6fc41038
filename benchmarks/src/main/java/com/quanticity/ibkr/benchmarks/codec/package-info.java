/** Decoding and encoding alone, measured by JMH: no socket, no thread but the benchmark's. */
@NullMarked
package com.quanticity.ibkr.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
