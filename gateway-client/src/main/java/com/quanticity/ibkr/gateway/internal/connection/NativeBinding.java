package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.capture.WireTap;
import java.time.Clock;

/** Connects with our own codec. */
public final class NativeBinding implements GatewayBinding {

    private final SocketBinding sockets;

    public NativeBinding(Clock clock) {
        this(clock, WireTap.OFF);
    }

    public NativeBinding(Clock clock, WireTap tap) {
        this.sockets = new SocketBinding("native", NativeDialect::new, clock, tap);
    }

    @Override
    public String name() {
        return sockets.name();
    }

    @Override
    public ConnectOutcome connect(ConnectSettings settings, GatewayListener listener) {
        return sockets.connect(settings, listener);
    }
}
