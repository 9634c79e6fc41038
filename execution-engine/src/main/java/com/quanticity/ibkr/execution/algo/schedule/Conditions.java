package com.quanticity.ibkr.execution.algo.schedule;

import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.risk.TradingState;
import org.jspecify.annotations.Nullable;

/**
 * What must be well for a child to go out.
 *
 * @param trading our trading state, null while it is not known
 * @param market state of the contract's level 1, null while it is not known
 */
public record Conditions(@Nullable TradingState trading, MarketStatus.@Nullable State market) {}
