@NullMarked
package com.quanticity.ibkr.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
