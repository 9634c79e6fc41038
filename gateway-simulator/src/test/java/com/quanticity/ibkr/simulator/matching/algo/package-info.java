/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.matching.algo;

import org.jspecify.annotations.NullMarked;
