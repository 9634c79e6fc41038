@NullMarked
package com.quanticity.ibkr.benchmarks.report;

import org.jspecify.annotations.NullMarked;
