package com.quanticity.ibkr.simulator.past;

/** Takes what happened in a made-up market, in time order: each event is a quote and the trade that met it. */
@FunctionalInterface
interface TickSink {

    /**
     * One event, prices in {@link Units}.
     *
     * @param venue a number that stands for an exchange
     */
    void on(long millis, long bid, long ask, long bidSize, long askSize, long price, long size, int venue);
}
