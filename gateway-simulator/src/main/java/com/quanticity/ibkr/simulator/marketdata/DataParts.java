package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.util.function.Supplier;

/** What the desks of market data have in common. */
record DataParts(
        EventLoop loop,
        Feed feed,
        Playback playback,
        MarketOptions options,
        EntitlementsInForce entitlements,
        DataTypes types,
        Supplier<DataLimits> limits,
        DataFaults faults) {

    TradingCalendar calendar() {
        return options.calendar();
    }

    Entitlements.Right rightOn(ListedContract contract, Entitlements.Feed wanted) {
        return entitlements.now().rightOn(contract, wanted);
    }
}
