/** Tests of the package of the same name. */
@NullMarked
package com.quanticity.ibkr.simulator.clearing;

import org.jspecify.annotations.NullMarked;
