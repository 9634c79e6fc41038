/**
 * Streams of single ticks: which are wanted, within the broker's quota and its pause between two requests for one instrument, the third
 * following the active trade; and their way to {@code market.trade}. Entry point:
 * {@link com.quanticity.ibkr.adapter.tickbytick.TickByTickDesk}. Ticks are taken on the session's consumer thread, which only hands them
 * over; a thread of its own looks at what waits for its time. Decisions: docs/decisions/0008.
 */
@NullMarked
package com.quanticity.ibkr.adapter.tickbytick;

import org.jspecify.annotations.NullMarked;
