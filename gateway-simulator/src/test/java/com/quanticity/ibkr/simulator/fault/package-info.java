/** What goes wrong on request. */
@NullMarked
package com.quanticity.ibkr.simulator.fault;

import org.jspecify.annotations.NullMarked;
