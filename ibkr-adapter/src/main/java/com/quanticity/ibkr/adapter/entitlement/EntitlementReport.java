package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the login may see.
 *
 * @param at when this was put together
 * @param askedType freshness that is asked for
 * @param count how many targets have each standing
 * @param entitlements by symbol, kind and exchange; kinds of watched contracts that nobody asked for included
 * @param depthExchanges exchanges that offer depth as the broker lists them; empty before the first answer
 */
record EntitlementReport(
        Instant at,
        MarketDataType askedType,
        Map<Standing, Long> count,
        List<Entitlement> entitlements,
        List<DepthExchanges.Offer> depthExchanges) {}
