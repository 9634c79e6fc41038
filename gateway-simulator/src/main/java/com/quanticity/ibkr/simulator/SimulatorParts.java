package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.clearing.Clearing;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.saved.StateKeeper;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.LimitsInForce;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator is made of.
 *
 * @param gateways one for each port
 * @param keeper null when nothing is kept
 */
record SimulatorParts(
        EventLoop loop,
        MarketFeed feed,
        Market market,
        Playback playback,
        MarketHistory history,
        List<Gateway> gateways,
        Accounts accounts,
        Clearing clearing,
        LimitsInForce limits,
        Witness witness,
        StateReader reader,
        @Nullable StateKeeper keeper) {}
