package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.binding.Dialect;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.internal.connection.NativeBinding;
import com.quanticity.ibkr.gateway.internal.connection.SocketBinding;
import java.time.Clock;
import java.util.function.Supplier;

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

    /**
     * A binding in another dialect over the same sockets and threads.
     *
     * @param name short name for health, logs and pages
     * @param dialects makes a new one for each attempt to connect
     */
    public static GatewayBinding of(String name, Supplier<Dialect> dialects, Clock clock, WireTap tap) {
        return new SocketBinding(name, dialects, clock, tap);
    }
}
