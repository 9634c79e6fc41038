/** Option computations as a client hears them. */
@NullMarked
package com.quanticity.ibkr.simulator.option;

import org.jspecify.annotations.NullMarked;
