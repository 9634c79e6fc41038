/** Tests of the contracts. */
@NullMarked
package com.quanticity.ibkr.simulator.contract;

import org.jspecify.annotations.NullMarked;
