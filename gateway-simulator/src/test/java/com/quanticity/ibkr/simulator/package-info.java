/** Tests of the simulator, most of them through a real socket with a codec of their own. */
@NullMarked
package com.quanticity.ibkr.simulator;

import org.jspecify.annotations.NullMarked;
