package com.quanticity.ibkr.gateway.internal.impairment;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another session of the same user takes the live data (10197). Only live data proves that it has ended: on a request that was
 * refused, or on one made after the last refusal. "Farm OK" proves nothing. Not thread-safe.
 */
final class Competition {

    private final Set<Integer> refused = new HashSet<>();
    private int newestWhenRefused;
    private @Nullable Instant since;

    /** @param newestRequest highest request id given out so far */
    void onRefusal(int reqId, int newestRequest, Instant at) {
        refused.add(reqId);
        newestWhenRefused = newestRequest;
        since = since == null ? at : since;
    }

    /** True when this data proves the end. */
    boolean onLiveData(int reqId) {
        if (since == null || !(refused.contains(reqId) || reqId > newestWhenRefused)) {
            return false;
        }
        end();
        return true;
    }

    void end() {
        refused.clear();
        since = null;
    }

    /** Null when nobody competes. */
    @Nullable Instant since() {
        return since;
    }
}
