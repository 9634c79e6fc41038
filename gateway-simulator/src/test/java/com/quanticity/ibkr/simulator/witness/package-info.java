/** What the simulator knows of what happened. */
@NullMarked
package com.quanticity.ibkr.simulator.witness;

import org.jspecify.annotations.NullMarked;
