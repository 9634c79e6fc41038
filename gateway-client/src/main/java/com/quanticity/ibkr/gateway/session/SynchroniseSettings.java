package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;

/**
 * What lies between a connection and READY.
 *
 * @param timeout how long the application's synchronising steps may take
 * @param marketDataType told to the gateway after every connect unless LIVE, which is the gateway's own default
 */
public record SynchroniseSettings(Duration timeout, MarketDataType marketDataType) {

    /** 60 s, live data. */
    public static final SynchroniseSettings DEFAULT =
            new SynchroniseSettings(Duration.ofSeconds(60), MarketDataType.LIVE);

    public SynchroniseSettings {
        new Problems()
                .positive("synchronise-timeout", timeout)
                .require(
                        marketDataType != MarketDataType.UNKNOWN,
                        "market-data-type must be LIVE, FROZEN, DELAYED or DELAYED_FROZEN, was UNKNOWN")
                .throwIfAny();
    }
}
