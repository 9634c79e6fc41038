package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One subscription as pages see it.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param state where it stands
 * @param reason why it is refused, silent or waits, empty otherwise
 * @param since when that state was entered
 * @param lastTickAt when the last tick came, null when none has under the present request
 * @param quotes quotes made under the present request
 */
record SubscriptionView(
        String symbol,
        ContractId contractId,
        State state,
        String reason,
        Instant since,
        @Nullable Instant lastTickAt,
        long quotes) {

    enum State {
        /** Wanted; the session is not READY. */
        WAITING,
        /** Asked for, no tick yet. */
        REQUESTED,
        /** Confirmed by data. */
        LIVE,
        /** Confirmed by data that is 15 to 20 minutes old. */
        DELAYED,
        /** Asked for and not served; asked for again with growing pauses. */
        SILENT,
        /** The broker said no; asked again seldom, and with the next connection. */
        REFUSED
    }
}
