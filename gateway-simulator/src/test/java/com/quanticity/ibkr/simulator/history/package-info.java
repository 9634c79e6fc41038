/** Historical data as a client hears it. */
@NullMarked
package com.quanticity.ibkr.simulator.history;

import org.jspecify.annotations.NullMarked;
