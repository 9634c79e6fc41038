@NullMarked
package com.quanticity.ibkr.benchmarks.frames;

import org.jspecify.annotations.NullMarked;
