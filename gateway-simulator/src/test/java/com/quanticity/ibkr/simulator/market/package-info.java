/** Tests of the package of the same name. */
@NullMarked
package com.quanticity.ibkr.simulator.market;

import org.jspecify.annotations.NullMarked;
