/** Tests of the codec. */
@NullMarked
package com.quanticity.ibkr.simulator.contract;

import org.jspecify.annotations.NullMarked;
