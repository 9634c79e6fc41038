/**
 * What every binding must do, told by the port alone and run against the simulator. A binding passes when a subclass of
 * {@link com.quanticity.ibkr.gateway.conformance.GatewayBindingContract} that only says how to make it is green.
 */
@NullMarked
package com.quanticity.ibkr.gateway.conformance;

import org.jspecify.annotations.NullMarked;
