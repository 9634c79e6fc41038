/** How sessions begin, live and end. */
@NullMarked
package com.quanticity.ibkr.simulator.session;

import org.jspecify.annotations.NullMarked;
