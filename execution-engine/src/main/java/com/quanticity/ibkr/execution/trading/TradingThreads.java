package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Listens to {@code risk.state} and {@code ops.command} while the application runs. */
final class TradingThreads implements SmartLifecycle {

    private final StreamBus bus;
    private final TradingStateView view;
    private final OpsEcho echo;
    private List<StreamSubscription> subscriptions = List.of();

    TradingThreads(StreamBus bus, TradingStateView view, OpsEcho echo) {
        this.bus = bus;
        this.view = view;
        this.echo = echo;
    }

    @Override
    public synchronized void start() {
        subscriptions = List.of(
                bus.tail(Topics.OPS_COMMAND, TailFrom.NOW, command -> echo.onCommand(command.data(), command.at())),
                bus.tail(Topics.RISK_STATE, TailFrom.LAST, state -> {
                    view.onRiskState(state.data());
                    echo.onRiskState(state.data());
                }));
    }

    @Override
    public synchronized void stop() {
        subscriptions.forEach(StreamSubscription::close);
        subscriptions = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !subscriptions.isEmpty();
    }
}
