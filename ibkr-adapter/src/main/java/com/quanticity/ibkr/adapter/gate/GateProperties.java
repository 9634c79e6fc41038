package com.quanticity.ibkr.adapter.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Last check of orders. The limits themselves come from the risk-manager.
 *
 * @param guardBefore how long before the planned restart of the gateway new orders are denied; 0 = not at all
 * @param guardAfter how long after the beginning of the planned restart they still are
 * @param currency ISO code of the currency that limits of money are in; what is worth something else is converted
 */
public record GateProperties(
        @DefaultValue("2m") Duration guardBefore,
        @DefaultValue("1m") Duration guardAfter,
        @DefaultValue("USD") String currency) {

    public GateProperties {
        if (guardBefore.isNegative() || guardAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "ibkr.adapter.gate.guard-before and guard-after must not be negative, were " + guardBefore + " and "
                            + guardAfter + "; write 0s for none");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "ibkr.adapter.gate.currency must be an ISO code such as USD, was " + currency);
        }
    }
}
