/**
 * Which contracts are wanted: the watch list, the market data lines it may take, and snapshots of what is not on it. Entry point:
 * {@link com.quanticity.ibkr.adapter.watchlist.WatchListController}. Commands come on threads of the web server, answers of the broker on
 * the session's consumer thread; what both touch is locked for moments only.
 */
@NullMarked
package com.quanticity.ibkr.adapter.watchlist;

import org.jspecify.annotations.NullMarked;
