package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.pacing.HistoryQuery;
import java.util.HashMap;
import java.util.Map;

/** Queries for the past that have left and not ended. Not thread-safe. */
final class OpenQueries {

    private final Map<Integer, HistoryQuery> open = new HashMap<>();

    void add(HistoryQuery query) {
        open.put(query.reqId(), query);
    }

    /** True when this answer or error ended an open query. */
    boolean ends(int reqId, boolean failed) {
        HistoryQuery query = open.get(reqId);
        if (query == null || (query.staysOpen() && !failed)) {
            return false;
        }
        open.remove(reqId);
        return true;
    }

    void clear() {
        open.clear();
    }
}
