/**
 * What this service hears from the risk-manager: the trading state that the order gate believes, and the echo of operator commands.
 * Entry point: {@link com.quanticity.ibkr.adapter.risk.TradingStateView}. Heard on tail threads, read on every thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.risk;

import org.jspecify.annotations.NullMarked;
