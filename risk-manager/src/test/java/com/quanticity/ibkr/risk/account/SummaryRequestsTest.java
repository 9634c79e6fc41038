package com.quanticity.ibkr.risk.account;

import static com.quanticity.ibkr.gateway.session.Synchronisation.Cause.CONNECTED;
import static com.quanticity.ibkr.gateway.session.Synchronisation.Cause.DATA_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.request.AccountRequest.CancelAccountSummary;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqAccountSummary;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.RequestOutcome.Answered;
import com.quanticity.ibkr.gateway.session.RequestOutcome.BrokerError;
import com.quanticity.ibkr.gateway.session.RequestOutcome.ConnectionLost;
import com.quanticity.ibkr.gateway.session.RequestOutcome.TimedOut;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryRequestsTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    private static final RequestOutcome ANSWERED = new Answered(List.of());
    private static final AccountProperties PROPERTIES = new AccountProperties(
            Duration.ofSeconds(55), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final FakeSession session = new FakeSession();
    private final SummaryRequests requests = new SummaryRequests(PROPERTIES, new SimpleMeterRegistry());

    @Test
    void asksForTheUnionOfTheTagsOnEachConnection() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);

        assertThat(session.sent)
                .containsExactly(new ReqAccountSummary(
                        1,
                        "All",
                        "AccountType,TotalCashValue,NetLiquidation,BuyingPower,AvailableFunds,ExcessLiquidity,"
                                + "InitMarginReq,MaintMarginReq"));
    }

    @Test
    void asksAgainBeforeTheViewIsTooOldAndCancelsTheOldSubscriptionAfterTheNewEnd() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        session.sent.clear();

        refreshAfter(54);
        assertThat(session.sent).isEmpty();

        int second = refreshAfter(55);
        assertThat(session.sent).containsExactly(request(second));

        session.end(ANSWERED);
        assertThat(session.sent).containsExactly(request(second), new CancelAccountSummary(1));
    }

    @Test
    void neverHasMoreThanTwoSubscriptions() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        session.sent.clear();

        int second = refreshAfter(55);
        refreshAfter(200);

        assertThat(session.sent).containsExactly(request(second));
    }

    @Test
    void cancelsAnUnansweredRequestAndTriesSoonAgain() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        int second = refreshAfter(55);
        session.end(new TimedOut(Duration.ofSeconds(10)));
        session.sent.clear();

        int third = refreshAfter(60);
        session.end(ANSWERED);

        assertThat(session.sent).containsExactly(request(third), new CancelAccountSummary(1));
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void keepsTheOldSubscriptionWhenTheBrokerRefusesTheNewOne() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        refreshAfter(55);
        session.sent.clear();

        session.end(new BrokerError(322, "maximum number of account summary requests exceeded"));

        assertThat(session.sent).isEmpty();
    }

    @Test
    void newConnectionHasNothingToCancel() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        refreshAfter(55);
        session.end(new ConnectionLost("gone"));
        session.sent.clear();

        synchronise(CONNECTED, ANSWERED, START.plusSeconds(70));

        assertThat(session.sent).hasSize(1).first().isInstanceOf(ReqAccountSummary.class);
    }

    @Test
    void restoredLinkReplacesTheSubscription() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        session.sent.clear();

        synchronise(DATA_LOST, ANSWERED, START.plusSeconds(20));

        assertThat(session.sent).hasSize(2).last().isEqualTo(new CancelAccountSummary(1));
    }

    @Test
    void requestOvertakenByARestoredLinkIsCancelledWhenItEnds() throws InterruptedException {
        synchronise(CONNECTED, ANSWERED, START);
        int second = refreshAfter(55);
        synchronise(DATA_LOST, ANSWERED, START.plusSeconds(56));
        session.sent.clear();

        session.end(new TimedOut(Duration.ofSeconds(10)));

        assertThat(session.sent).containsExactly(new CancelAccountSummary(second));
    }

    private void synchronise(Synchronisation.Cause cause, RequestOutcome outcome, Instant now)
            throws InterruptedException {
        requests.synchronise(session.synchronisation(cause, outcome), now);
    }

    /** @return the id of the request, when one was sent */
    private int refreshAfter(int seconds) {
        requests.refresh(session, START.plusSeconds(seconds));
        return session.sent.reversed().stream()
                .filter(ReqAccountSummary.class::isInstance)
                .map(request -> ((ReqAccountSummary) request).reqId())
                .findFirst()
                .orElse(0);
    }

    private static GatewayRequest request(int id) {
        return new ReqAccountSummary(id, "All", SummaryRequests.TAGS);
    }
}
