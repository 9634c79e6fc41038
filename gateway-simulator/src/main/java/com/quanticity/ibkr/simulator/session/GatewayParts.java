package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.clearing.Clearing;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.past.MarketHistory;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.util.random.RandomGenerator;

/**
 * What the desks are made of.
 *
 * @param random the one source of chance, seeded; event loop only
 * @param backlog of the connections of all gateways
 */
public record GatewayParts(
        SessionOptions session,
        LimitsInForce limits,
        MarketOptions marketData,
        OrderOptions orders,
        EventLoop loop,
        RandomGenerator random,
        ContractMaster contracts,
        Market market,
        Playback playback,
        MarketHistory history,
        Accounts accounts,
        Valuation valuation,
        Clearing clearing,
        Backlog backlog) {}
