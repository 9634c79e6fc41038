package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wants the summary, and keeps the positions' key alive while the session is READY. */
final class AccountCare implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountCare.class);

    private final GatewaySession session;
    private final AccountOutlet outlet;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("account-care").daemon().factory());

    AccountCare(GatewaySession session, AccountOutlet outlet) {
        this.session = session;
        this.outlet = outlet;
    }

    void start(AccountProperties properties) {
        session.subscriptions().want(SummarySubscription.renewedEvery(properties.summaryRefresh()));
        long renewal = properties.keyRefresh().toMillis();
        var _ = timer.scheduleWithFixedDelay(whenReady(outlet::showPositions), renewal, renewal, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private Runnable whenReady(Runnable task) {
        return () -> {
            try {
                if (session.state().isUsable()) {
                    task.run();
                }
            } catch (RuntimeException e) {
                LOG.error("account care failed, it goes on", e); // an exception would end the timer
            }
        };
    }
}
