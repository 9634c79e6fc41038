package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.model.contract.Contract;

/** Hears what the entries of the watch list are, after every connection anew. Called on the session's consumer thread. */
@FunctionalInterface
public interface ResolvedListener {

    void onResolved(WatchListEntry entry, Contract contract);
}
