/** Reference data as a client hears it. */
@NullMarked
package com.quanticity.ibkr.simulator.reference;

import org.jspecify.annotations.NullMarked;
