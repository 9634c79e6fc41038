package com.quanticity.ibkr.simulator.past;

import java.util.List;
import java.util.function.Consumer;

/** One instrument's history up to the moment at which the running market took over. */
public interface Past {

    /** The first moment there is anything of, epoch second. */
    long head();

    /** Where it ends and the running market begins, epoch second, exclusive. */
    long end();

    /**
     * Bars in time order; intervals without anything have none. Days start at the beginning of their session.
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     */
    void bars(Series series, Step step, long from, long to, boolean regularHours, Consumer<Bar> sink);

    /**
     * Gets some sessions ready, so that bars of many days can be had without a long wait.
     *
     * @return where to go on, {@link Long#MAX_VALUE} when all is ready
     */
    default long warm(long from, long to, boolean regularHours, int sessions) {
        return Long.MAX_VALUE;
    }

    /** Whether answers come out of files, and can be had on any thread. */
    default boolean readsFiles() {
        return false;
    }

    /** Trades or quotes in time order, all of the stretch; callers ask for short ones. */
    List<Tick> ticks(boolean trades, long from, long to, boolean regularHours);
}
