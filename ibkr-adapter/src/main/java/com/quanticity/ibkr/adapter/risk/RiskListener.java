package com.quanticity.ibkr.adapter.risk;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import com.quanticity.ibkr.stream.TailFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The tails on {@code risk.state} and {@code ops.command}. */
final class RiskListener implements AutoCloseable {

    private final StreamBus bus;
    private final TradingStateView tradingState;
    private final OpsEcho echo;
    private final List<StreamSubscription> tails = new ArrayList<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ops-echo").factory());

    RiskListener(StreamBus bus, TradingStateView tradingState, OpsEcho echo) {
        this.bus = bus;
        this.tradingState = tradingState;
        this.echo = echo;
    }

    void start() {
        tails.add(bus.tail(Topics.RISK_STATE, TailFrom.LAST, message -> {
            tradingState.onRiskState(message.data());
            checkEcho();
        }));
        tails.add(bus.tail(Topics.OPS_COMMAND, TailFrom.NOW, message -> echo.onCommand(message.data(), message.at())));
        Future<?> _ = ticker.scheduleWithFixedDelay(this::checkEcho, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        tails.forEach(StreamSubscription::close);
    }

    /** A reply that Redis did not take is tried again at the next check. */
    private void checkEcho() {
        try {
            echo.check();
        } catch (StreamUnavailableException e) {
            return;
        }
    }
}
