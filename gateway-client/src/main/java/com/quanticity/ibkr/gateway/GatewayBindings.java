package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.internal.connection.NativeBinding;
import java.time.Clock;

/** Where bindings come from. */
public final class GatewayBindings {

    private GatewayBindings() {}

    /** Our own codec over plain sockets; needs nothing but the JDK. */
    public static GatewayBinding nativeBinding(Clock clock) {
        return new NativeBinding(clock);
    }
}
