/** Tests of the package of the same name. */
@NullMarked
package com.quanticity.ibkr.simulator.pricing;

import org.jspecify.annotations.NullMarked;
