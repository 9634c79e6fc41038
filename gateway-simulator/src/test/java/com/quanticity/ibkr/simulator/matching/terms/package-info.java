/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.matching.terms;

import org.jspecify.annotations.NullMarked;
