/** Markets that follow from other markets. */
@NullMarked
package com.quanticity.ibkr.simulator.derived;

import org.jspecify.annotations.NullMarked;
