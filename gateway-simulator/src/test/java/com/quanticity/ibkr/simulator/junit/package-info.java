/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.junit;

import org.jspecify.annotations.NullMarked;
