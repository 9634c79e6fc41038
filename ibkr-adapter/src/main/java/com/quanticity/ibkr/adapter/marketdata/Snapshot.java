package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a contract, taken on demand; complete, as the gateway's end marker says. It prices no order.
 *
 * @param symbol the desk's name of the contract
 * @param contractId broker's contract id
 * @param dataType freshness as the gateway told it
 * @param bid best bid, null when there is none
 * @param bidSize size at the bid
 * @param ask best ask, null when there is none
 * @param askSize size at the ask
 * @param last price of the last trade
 * @param lastSize size of the last trade
 * @param bidExchanges exchanges at the bid by name
 * @param askExchanges exchanges at the ask by name
 * @param facts day figures and the rest
 * @param regulatory whether it was one of the charged kind
 * @param at when it was complete
 */
public record Snapshot(
        String symbol,
        int contractId,
        MarketDataType dataType,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSize,
        List<String> bidExchanges,
        List<String> askExchanges,
        Level1Facts facts,
        boolean regulatory,
        Instant at) {}
