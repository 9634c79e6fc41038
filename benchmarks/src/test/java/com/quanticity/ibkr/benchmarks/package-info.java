@NullMarked
package com.quanticity.ibkr.benchmarks;

import org.jspecify.annotations.NullMarked;
