package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.internal.connection.NativeBinding;
import java.time.Clock;

/** Where bindings come from. */
public final class GatewayBindings {

    private GatewayBindings() {}

    /** Our own codec over plain sockets; needs nothing but the JDK. */
    public static GatewayBinding nativeBinding(Clock clock) {
        return nativeBinding(clock, WireTap.OFF);
    }

    /** The same, and every frame passes the tap. */
    public static GatewayBinding nativeBinding(Clock clock, WireTap tap) {
        return new NativeBinding(clock, tap);
    }
}
