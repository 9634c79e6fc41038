package com.quanticity.ibkr.execution.market;

import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Reads {@code market.status} while the application runs, and ends the reading of volumes with it. */
final class MarketThreads implements SmartLifecycle {

    private final StreamBus bus;
    private final MarketView view;
    private final Volumes volumes;
    private @Nullable StreamSubscription subscription;

    MarketThreads(StreamBus bus, MarketView view, Volumes volumes) {
        this.bus = bus;
        this.view = view;
        this.volumes = volumes;
    }

    @Override
    public synchronized void start() {
        subscription = bus.tail(Topics.MARKET_STATUS, TailFrom.OLDEST, message -> view.onStatus(message.data()));
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        volumes.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return subscription != null;
    }
}
