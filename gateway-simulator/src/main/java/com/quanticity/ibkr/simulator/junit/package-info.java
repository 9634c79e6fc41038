/**
 * The simulator in JUnit 5 and 6 tests: {@link com.quanticity.ibkr.simulator.junit.SimulatedGateway} on a test class starts one for
 * each test, {@link com.quanticity.ibkr.simulator.junit.GatewayControl} as a parameter of a test or of its set-up controls it. No
 * Spring is needed. JUnit itself is an optional dependency of this module: the test that uses the package brings it.
 */
@NullMarked
package com.quanticity.ibkr.simulator.junit;

import org.jspecify.annotations.NullMarked;
