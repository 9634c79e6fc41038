package com.quanticity.ibkr.model.risk;

import java.time.Instant;

/**
 * The trading state of one strategy or contract while it is not ACTIVE.
 *
 * @param scope a strategy or an instrument
 * @param state reducing or halted
 * @param by who changed it
 * @param reason why
 * @param since when
 */
public record ScopedState(RiskScope scope, TradingState state, String by, String reason, Instant since) {}
