/** Tests of the codec. */
@NullMarked
package com.quanticity.ibkr.simulator.wire;

import org.jspecify.annotations.NullMarked;
