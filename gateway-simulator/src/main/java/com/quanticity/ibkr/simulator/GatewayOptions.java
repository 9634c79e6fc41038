package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.market.Entitlements;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of the one broker.
 *
 * @param secondPort wire port of a second gateway that shares orders, positions and accounts with the first, 0 for any free one; null
 *     for one gateway only
 * @param secondEntitlements what the user of the second gateway may see, null for the same as that of the first
 * @param maintenance what the gateways do to themselves by the clock
 */
public record GatewayOptions(
        @Nullable Integer secondPort, @Nullable Entitlements secondEntitlements, MaintenanceOptions maintenance) {

    public GatewayOptions {
        if (secondPort != null && (secondPort < 0 || secondPort > 65_535)) {
            throw new IllegalArgumentException("second port must be 0 to 65535, not " + secondPort);
        }
    }

    /** One gateway that stays up. */
    public static GatewayOptions defaults() {
        return new GatewayOptions(null, null, MaintenanceOptions.none());
    }

    public GatewayOptions withSecondPort(@Nullable Integer port) {
        return new GatewayOptions(port, secondEntitlements, maintenance);
    }

    public GatewayOptions withSecondEntitlements(@Nullable Entitlements other) {
        return new GatewayOptions(secondPort, other, maintenance);
    }

    public GatewayOptions withMaintenance(MaintenanceOptions other) {
        return new GatewayOptions(secondPort, secondEntitlements, other);
    }
}
