/** What becomes of orders, seen from a client. */
@NullMarked
package com.quanticity.ibkr.simulator.matching;

import org.jspecify.annotations.NullMarked;
