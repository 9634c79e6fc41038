package com.quanticity.ibkr.gateway.tws;

import com.ib.client.EClient;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.capture.WireTap;
import java.time.Clock;

/** Where the binding to the official client comes from. */
public final class TwsApiBindings {

    /** {@link GatewayBinding#name()} of it. */
    public static final String NAME = "official";

    private TwsApiBindings() {}

    /** A binding that speaks what the official client on the class path speaks. */
    public static GatewayBinding binding(Clock clock, WireTap tap) {
        return GatewayBindings.of(NAME, TwsApiDialect::new, clock, tap);
    }

    /** Highest protocol level of the official client on the class path. */
    public static int highestVersion() {
        return EClient.MAX_VERSION;
    }
}
