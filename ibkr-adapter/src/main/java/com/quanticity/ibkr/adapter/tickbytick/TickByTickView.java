package com.quanticity.ibkr.adapter.tickbytick;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All streams as pages see them.
 *
 * @param quota streams at the same time
 * @param quotaRule where the quota comes from
 * @param used streams handed to the session
 * @param quotaRefusals how often the broker refused one for its quota
 * @param requestIntervalSeconds between two requests for one instrument
 * @param third who chose the stream beside the permanent ones
 * @param streams the permanent ones in order of importance, then the third
 */
record TickByTickView(
        int quota,
        String quotaRule,
        int used,
        long quotaRefusals,
        long requestIntervalSeconds,
        Third third,
        List<TickLineView> streams) {

    /**
     * @param symbol chosen symbol, null when nobody has chosen one
     * @param chosenBy who chose it, null when nobody has
     * @param since when it was chosen, null when it was not
     * @param traded symbol of the newest order, null when there was none
     * @param followsOrders true while orders may change it
     */
    record Third(
            @Nullable String symbol,
            ThirdStream.@Nullable Chooser chosenBy,
            @Nullable Instant since,
            @Nullable String traded,
            boolean followsOrders) {}
}
