/**
 * Five-second bars: the stream of each wanted symbol, its completeness against the trading hours, and what history gives back of what
 * was missed; their way to {@code market.bar}. Entry point: {@link com.quanticity.ibkr.adapter.bar.BarDesk}. Live bars are taken on the
 * session's consumer thread, gaps are looked for and filled on a thread of its own. Decisions: docs/decisions/0008.
 */
@NullMarked
package com.quanticity.ibkr.adapter.bar;

import org.jspecify.annotations.NullMarked;
