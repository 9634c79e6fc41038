/** Tests of the package of the same name. */
@NullMarked
package com.quanticity.ibkr.simulator.control;

import org.jspecify.annotations.NullMarked;
