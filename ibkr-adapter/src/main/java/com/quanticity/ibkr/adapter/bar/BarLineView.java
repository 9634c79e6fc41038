package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one symbol as pages see them; counts are of this process.
 *
 * @param symbol the desk's symbol
 * @param contractId broker's contract id, null while the symbol is not resolved
 * @param state where the stream stands
 * @param reason why it waits, is silent or refused; empty otherwise
 * @param since when that began
 * @param lastBarStart start of the newest live bar, null when none came
 * @param lastBarAt when it came
 * @param expected bars that the trading hours promised
 * @param received live bars published
 * @param backFilled bars of history published
 * @param repeated bars that came again and were not published
 * @param busted how often the broker ended the stream for a bust (10225)
 * @param missing bars missing now that history is still asked for
 * @param asking true while history is being asked
 * @param lastFill what the last request for missing bars ended with, empty when there was none
 * @param nextFillAt missing bars are asked for not before this, null = at once
 */
record BarLineView(
        String symbol,
        @Nullable ContractId contractId,
        MarketStatus.State state,
        String reason,
        Instant since,
        @Nullable Instant lastBarStart,
        @Nullable Instant lastBarAt,
        long expected,
        long received,
        long backFilled,
        long repeated,
        long busted,
        long missing,
        boolean asking,
        String lastFill,
        @Nullable Instant nextFillAt) {}
