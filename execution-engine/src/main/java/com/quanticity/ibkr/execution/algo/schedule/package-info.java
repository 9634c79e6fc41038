/**
 * When an algorithm sends how much. Pure: time, progress and what the market showed come in, a decision goes out; nothing is sent, read
 * or remembered here, so that the same inputs give the same decision again after a restart. Entry points
 * {@link com.quanticity.ibkr.execution.algo.schedule.Slicer} and the {@link com.quanticity.ibkr.execution.algo.schedule.Schedule}s.
 * Immutable, any thread; {@link com.quanticity.ibkr.execution.algo.schedule.ObservedVolume} alone belongs to one thread.
 */
@NullMarked
package com.quanticity.ibkr.execution.algo.schedule;

import org.jspecify.annotations.NullMarked;
