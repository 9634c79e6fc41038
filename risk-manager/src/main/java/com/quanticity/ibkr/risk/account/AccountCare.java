package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be done again and again while the session is READY: keep the summary young and the positions' key alive. */
final class AccountCare implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountCare.class);

    private final GatewaySession session;
    private final SummaryRequests requests;
    private final AccountOutlet outlet;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("account-care").daemon().factory());

    AccountCare(GatewaySession session, SummaryRequests requests, AccountOutlet outlet, Clock clock) {
        this.session = session;
        this.requests = requests;
        this.outlet = outlet;
        this.clock = clock;
    }

    void start(AccountProperties properties) {
        var _ = timer.scheduleWithFixedDelay(whenReady(this::refreshSummary), 1, 1, TimeUnit.SECONDS);
        long renewal = properties.keyRefresh().toMillis();
        var _ = timer.scheduleWithFixedDelay(whenReady(outlet::showPositions), renewal, renewal, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void refreshSummary() {
        requests.refresh(session, clock.instant());
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
