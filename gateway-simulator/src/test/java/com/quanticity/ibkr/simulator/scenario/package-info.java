/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.simulator.scenario;

import org.jspecify.annotations.NullMarked;
