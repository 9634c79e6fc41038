package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.Entitlements.Right;

/** What a client is told about market data it has not subscribed to. Source: tws-wire behaviour.md, section 4. */
final class Refusals {

    private Refusals() {}

    /** The text for a level 1 request; empty when there is nothing to tell. */
    static String of(Right right, boolean wantsDelayed) {
        return switch (right) {
            case LIVE -> "";
            case PARTLY ->
                "Part of requested market data is not subscribed. Subscription-independent ticks are still active.";
            case NOT_FOR_API ->
                "Requested market data requires additional subscription for API. See link in 'Market Data Connections'"
                        + " dialog for more details.Delayed market data is available.";
            case ONLY_DELAYED ->
                wantsDelayed
                        ? "Requested market data is not subscribed. Displaying delayed market data."
                        : "Requested market data is not subscribed. Delayed market data is not enabled.";
            case NOTHING -> "Requested market data is not subscribed.";
        };
    }

    /** The code that goes with the text; 0 when there is nothing to tell. */
    static int codeOf(Right right, boolean wantsDelayed) {
        return switch (right) {
            case LIVE -> 0;
            case PARTLY -> 10090;
            case NOT_FOR_API -> 10089;
            case ONLY_DELAYED -> wantsDelayed ? 10167 : 10168;
            case NOTHING -> 354;
        };
    }
}
