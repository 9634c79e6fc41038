package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Halt;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One subscription as pages see it.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id
 * @param state where it stands
 * @param reason why it is refused, silent or waits, empty otherwise
 * @param dataType freshness of the data as the gateway tells it
 * @param priority lower ones get a line first
 * @param since when that state was entered
 * @param lastTickAt when the last tick came, null when none has under the present request
 * @param allowedPause how long its data may pause before it is asked for anew, learned or configured; null when nothing was judged yet
 * @param halted whether trading in it is halted, as told last
 * @param quotes quotes made under the present request
 * @param requests how often it was asked for since this service started
 * @param silences how often it fell silent since this service started
 */
record SubscriptionView(
        String symbol,
        ContractId contractId,
        State state,
        String reason,
        MarketDataType dataType,
        int priority,
        Instant since,
        @Nullable Instant lastTickAt,
        @Nullable Duration allowedPause,
        Halt halted,
        long quotes,
        int requests,
        int silences) {

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
