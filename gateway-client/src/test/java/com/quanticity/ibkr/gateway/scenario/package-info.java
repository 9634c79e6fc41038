/**
 * What happens in the night, one class a scenario. Long ones run with the clock moved by hand ({@link ClockedSession}), short ones
 * over real sockets against the simulator ({@link SimulatedSession}) or a peer played by hand.
 */
@NullMarked
package com.quanticity.ibkr.gateway.scenario;

import org.jspecify.annotations.NullMarked;
