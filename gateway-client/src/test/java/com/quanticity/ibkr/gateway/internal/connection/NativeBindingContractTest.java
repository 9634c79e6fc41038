package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.conformance.GatewayBindingContract;
import java.time.Clock;

/** Our own codec passes the contract suite. */
class NativeBindingContractTest extends GatewayBindingContract {

    @Override
    protected GatewayBinding binding() {
        return new NativeBinding(Clock.systemUTC());
    }
}
