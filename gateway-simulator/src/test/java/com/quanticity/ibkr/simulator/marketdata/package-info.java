/** Market data as a client hears it. */
@NullMarked
package com.quanticity.ibkr.simulator.marketdata;

import org.jspecify.annotations.NullMarked;
