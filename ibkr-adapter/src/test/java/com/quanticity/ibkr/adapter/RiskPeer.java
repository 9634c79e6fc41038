package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Plays the risk-manager: repeats a trading state on {@code risk.state} and limits on {@code risk.limits}. */
final class RiskPeer implements AutoCloseable {

    private final StreamBus bus;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private RiskState state;
    private Limit[] limits = {};
    private boolean silent;

    RiskPeer(StreamBus bus, TradingState first) {
        this.bus = bus;
        Instant now = Instant.now();
        this.state = new RiskState(first, 1, "test", "start", now, now);
        Future<?> _ = ticker.scheduleWithFixedDelay(this::repeat, 0, 500, TimeUnit.MILLISECONDS);
    }

    synchronized void say(TradingState next) {
        Instant now = Instant.now();
        silent = false;
        state = new RiskState(next, state.version() + 1, "test", "test says " + next, now, now);
        publish();
    }

    /** Publishes limits in place of generous ones, or beside them. */
    synchronized void limit(Limit... tighter) {
        limits = tighter;
        publish();
    }

    synchronized void fallSilent() {
        silent = true;
    }

    private synchronized void repeat() {
        if (!silent) {
            publish();
        }
    }

    private void publish() {
        state = new RiskState(state.state(), state.version(), state.by(), state.reason(), state.since(), Instant.now());
        try {
            bus.publish(Topics.RISK_LIMITS, "firm", TestLimits.with(state.at(), limits));
            bus.publish(Topics.RISK_STATE, "firm", state);
        } catch (StreamUnavailableException e) {
            return;
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
