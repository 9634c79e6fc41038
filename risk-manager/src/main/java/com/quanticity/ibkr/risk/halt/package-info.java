/**
 * The trading state of the firm: who may stop and resume, where it is kept, and how everybody hears of it. Entry points:
 * {@code TradingControl} for commands, {@code TradingStateConfiguration} for the wiring.
 *
 * <p>Threads: commands come on the thread of the {@code ops.command} consumer and on request threads. The state changes under the lock
 * of {@code TradingStateMachine}, which is never held across a call to Redis or the database. One thread repeats the state, one writes
 * the history.
 */
@NullMarked
package com.quanticity.ibkr.risk.halt;

import org.jspecify.annotations.NullMarked;
