/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.matching.reading;

import org.jspecify.annotations.NullMarked;
