package com.quanticity.ibkr.gateway.internal.session;

import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends the streams of a session before its socket is closed: their cancels go out under the message budget, and the gateway's answer to
 * a question after them shows that it has read them. A gateway that does not answer is left after a deadline.
 */
final class OrderlyEnd {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);

    private final GatewaySession session;
    private final SessionScheduler scheduler;
    private final BooleanSupplier allSent;
    private final CountDownLatch done = new CountDownLatch(1);

    /** @param allSent true when nothing waits for the message budget any more */
    OrderlyEnd(GatewaySession session, SessionScheduler scheduler, BooleanSupplier allSent) {
        this.session = session;
        this.scheduler = scheduler;
        this.allSent = allSent;
    }

    /** False when the deadline came first. */
    boolean await(List<GatewayRequest> cancels) throws InterruptedException {
        cancels.forEach(session::send);
        askWhenSent();
        return done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void askWhenSent() {
        if (allSent.getAsBoolean()) {
            session.ask(new SessionRequest.ReqCurrentTime(), LIMIT).thenRun(done::countDown);
        } else {
            scheduler.schedule(STEP, this::askWhenSent);
        }
    }
}
