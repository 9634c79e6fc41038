package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stream as pages see it.
 *
 * @param symbol the desk's symbol
 * @param kind what it holds
 * @param third true for the one that follows the active trade
 * @param contractId broker's contract id, null while the symbol is not resolved
 * @param state where it stands
 * @param reason why it waits, is silent or refused; empty otherwise
 * @param since when that began
 * @param askedAt when a waiting one is asked for, null when that depends on something else than time
 * @param instrumentAllowedAt before this no other request for its instrument goes out; null when there was none
 * @param ticksPerSecond live ticks over the last ten seconds
 * @param ticks live ticks published by this process
 * @param historyTicks past ticks published by this process
 * @param repeatedTicks past ticks that had been published before and were not published again
 * @param lastTickAt when the last live tick came, null when none has
 * @param lastTickStamp the broker's stamp of it, whole seconds
 * @param stampSkewMillis receipt minus stamp: up to a second of it is the stamp's own coarseness; the clocks' difference is in it too
 */
record TickLineView(
        String symbol,
        TickKind kind,
        boolean third,
        @Nullable ContractId contractId,
        MarketStatus.State state,
        String reason,
        Instant since,
        @Nullable Instant askedAt,
        @Nullable Instant instrumentAllowedAt,
        double ticksPerSecond,
        long ticks,
        long historyTicks,
        long repeatedTicks,
        @Nullable Instant lastTickAt,
        @Nullable Instant lastTickStamp,
        @Nullable Long stampSkewMillis) {}
