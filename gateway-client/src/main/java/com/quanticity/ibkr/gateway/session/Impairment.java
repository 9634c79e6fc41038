package com.quanticity.ibkr.gateway.session;

import java.time.Instant;

/**
 * Something that does not work though the session is connected and synchronised.
 *
 * @param subject the farm, else empty
 * @param holdsOrders true: no order leaves while it lasts; cancels do
 * @param text one line
 */
public record Impairment(Kind kind, String subject, boolean holdsOrders, Instant since, String text) {

    /** What is impaired. */
    public enum Kind {
        MARKET_DATA_FARM,
        HISTORY_FARM,
        DEFINITIONS_FARM,
        COMPETING_SESSION,
        DELAYED_DATA
    }
}
