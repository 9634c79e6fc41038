package com.quanticity.ibkr.gateway.tws;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.conformance.GatewayBindingContract;
import java.time.Clock;

/** IB's official client passes the contract suite. */
class TwsApiBindingContractTest extends GatewayBindingContract {

    @Override
    protected GatewayBinding binding() {
        return TwsApiBindings.binding(Clock.systemUTC(), WireTap.OFF);
    }
}
