package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of the one broker.
 *
 * @param secondPort wire port of a second gateway that shares orders, positions and accounts with the first, 0 for any free one; null
 *     for one gateway only
 * @param maintenance what the gateways do to themselves by the clock
 */
public record GatewayOptions(@Nullable Integer secondPort, MaintenanceOptions maintenance) {

    public GatewayOptions {
        if (secondPort != null && (secondPort < 0 || secondPort > 65_535)) {
            throw new IllegalArgumentException("second port must be 0 to 65535, not " + secondPort);
        }
    }

    /** One gateway that stays up. */
    public static GatewayOptions defaults() {
        return new GatewayOptions(null, MaintenanceOptions.none());
    }

    public GatewayOptions withSecondPort(@Nullable Integer port) {
        return new GatewayOptions(port, maintenance);
    }

    public GatewayOptions withMaintenance(MaintenanceOptions other) {
        return new GatewayOptions(secondPort, other);
    }
}
