package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.request.AccountRequest.CancelAccountSummary;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqAccountSummary;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.risk.RiskMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account summary young: the broker pushes it every three minutes only, so it is asked for again before it gets too old. The
 * new subscription replaces the old one after its answer has ended; there are never more than two, as the broker allows.
 *
 * <p>Thread-safe.
 */
final class SummaryRequests {

    /** The union of the two lists of the blueprint. Source: capability G01. */
    static final String TAGS = "AccountType,TotalCashValue,NetLiquidation,BuyingPower,AvailableFunds,ExcessLiquidity,"
            + "InitMarginReq,MaintMarginReq";

    private static final Logger LOG = LoggerFactory.getLogger(SummaryRequests.class);
    private static final String GROUP = "All";
    private static final int NONE = 0;

    private final AccountProperties properties;
    private final MeterRegistry meters;
    private int subscribed = NONE;
    private int asked = NONE;
    private Instant nextAt = Instant.MAX;

    SummaryRequests(AccountProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
    }

    /** Asks for the first time on a connection, or again after the link to the broker was down. Waits for the answer. */
    void synchronise(Synchronisation session, Instant now) throws InterruptedException {
        if (session.cause() == Synchronisation.Cause.CONNECTED) {
            forgetSubscriptions();
        }
        int requestId = session.nextRequestId();
        begin(requestId, now);
        RequestOutcome outcome = session.ask(request(requestId), properties.requestTimeout());
        int obsolete = end(requestId, outcome, now);
        if (obsolete != NONE) {
            session.send(new CancelAccountSummary(obsolete));
        }
    }

    /** Asks again when it is time; to be called each second while the session is READY. */
    void refresh(GatewaySession session, Instant now) {
        if (!isDue(now)) {
            return;
        }
        int requestId = session.nextRequestId();
        begin(requestId, now);
        var _ = session.ask(request(requestId), properties.requestTimeout()).thenAccept(outcome -> {
            int obsolete = end(requestId, outcome, now);
            if (obsolete != NONE) {
                session.send(new CancelAccountSummary(obsolete));
            }
        });
    }

    private synchronized void forgetSubscriptions() {
        subscribed = NONE;
        asked = NONE;
    }

    private synchronized boolean isDue(Instant now) {
        return asked == NONE && !now.isBefore(nextAt);
    }

    private synchronized void begin(int requestId, Instant now) {
        asked = requestId;
        nextAt = now.plus(properties.summaryRefresh());
    }

    /** @return the subscription to cancel, {@link #NONE} when there is none */
    private synchronized int end(int requestId, RequestOutcome outcome, Instant askedAt) {
        meters.counter(
                        RiskMeter.SUMMARY_REQUESTS.meterName(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        if (asked != requestId) {
            return isSubscribedBy(outcome) ? requestId : NONE; // a newer request has overtaken it
        }
        asked = NONE;
        return switch (outcome) {
            case RequestOutcome.Answered answered -> {
                int replaced = subscribed;
                subscribed = requestId;
                yield replaced;
            }
            case RequestOutcome.TimedOut timedOut -> {
                retryAfter(askedAt, timedOut);
                yield requestId;
            }
            case RequestOutcome.BrokerError error -> {
                retryAfter(askedAt, error);
                yield NONE;
            }
            case RequestOutcome.NotSent notSent -> {
                retryAfter(askedAt, notSent);
                yield NONE;
            }
            case RequestOutcome.ConnectionLost lost -> NONE;
        };
    }

    private void retryAfter(Instant askedAt, RequestOutcome outcome) {
        nextAt = askedAt.plus(properties.summaryRetry());
        LOG.warn("account summary not answered outcome={}; asking again at {}", outcome, nextAt);
    }

    /** Whether the broker may push figures under the request from now on. */
    private static boolean isSubscribedBy(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered answered -> true;
            case RequestOutcome.TimedOut timedOut -> true;
            case RequestOutcome.BrokerError error -> false;
            case RequestOutcome.NotSent notSent -> false;
            case RequestOutcome.ConnectionLost lost -> false;
        };
    }

    private static ReqAccountSummary request(int requestId) {
        return new ReqAccountSummary(requestId, GROUP, TAGS);
    }
}
