/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.matching.price;

import org.jspecify.annotations.NullMarked;
