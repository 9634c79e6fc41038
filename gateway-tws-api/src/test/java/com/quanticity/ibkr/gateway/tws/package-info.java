/** The official client against the simulator, and against our own codec. */
@NullMarked
package com.quanticity.ibkr.gateway.tws;

import org.jspecify.annotations.NullMarked;
