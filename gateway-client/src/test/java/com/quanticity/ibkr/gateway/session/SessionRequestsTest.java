package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.session.RequestOutcome.Answered;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionRequestsTest extends SessionFixture {

    @Test
    void answersARequestWithItsEventsAfterTheListenerSawThem() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        CompletableFuture<RequestOutcome> answer = session.ask(new AccountRequest.ReqPositions(), LONG);
        CompletableFuture<Boolean> seenBefore = answer.thenApply(
                outcome -> application.events().stream().anyMatch(AccountEvent.PositionEnd.class::isInstance));
        peer.expect("61");
        peer.send("61", "3", "DU1", "265598", "AAPL", "STK", "", "0", "", "", "SMART", "USD", "AAPL", "NMS", "5", "10");
        peer.send("62", "1");

        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.events(AccountEvent.Position.class))
                                .hasSize(1));
        assertThat(seenBefore.join()).isTrue();
    }

    @Test
    void endsARequestWithTheBrokersErrorAndIgnoresWarnings() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        int reqId = session.nextRequestId();

        CompletableFuture<RequestOutcome> answer =
                session.ask(new ContractRequest.ReqContractDetails(reqId, APPLE), LONG);
        peer.expect("9");
        peer.send("4", Integer.toString(reqId), "2174", "time zone missing", "", "0");
        peer.send("4", Integer.toString(reqId), "200", "No security definition", "", "0");

        assertThat(answer.join()).isEqualTo(new RequestOutcome.BrokerError(200, "No security definition"));
        assertThat(reqId).isGreaterThanOrEqualTo(GatewaySession.FIRST_REQUEST_ID);
    }

    @Test
    void endsARequestByTimeoutAndByLoss() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        Duration brief = Duration.ofMillis(50);
        assertThat(session.ask(new OrderQuery.ReqCompletedOrders(true), brief).join())
                .isEqualTo(new RequestOutcome.TimedOut(brief));

        CompletableFuture<RequestOutcome> lost = session.ask(new AccountRequest.ReqPositions(), LONG);
        peer.close();
        assertThat(lost.join()).isInstanceOf(RequestOutcome.ConnectionLost.class);
    }

    @Test
    void aTickQueryThatIsGivenUpEndsOnceAndALateAnswerFindsNobody() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        int reqId = session.nextRequestId();
        CompletableFuture<RequestOutcome> answer = session.ask(
                new HistoryRequest.ReqHistoricalTicks(
                        reqId, APPLE, "20260302-15:00:00", "", 1000, WhatToShow.TRADES, true, false, List.of()),
                LONG);
        peer.expect("96");

        session.giveUp(reqId, Duration.ofSeconds(60));
        assertThat(answer.join()).isEqualTo(new RequestOutcome.TimedOut(Duration.ofSeconds(60)));

        peer.send("4", Integer.toString(reqId), "162", "no data", "", "0");
        var after = session.ask(new AccountRequest.ReqPositions(), LONG);
        peer.expect("61");
        peer.send("62", "1");
        assertThat(after.join()).isInstanceOf(Answered.class);
    }

    @Test
    void refusesASecondRequestThatCannotBeToldApart() {
        GatewaySession session = start(settings());
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        CompletableFuture<RequestOutcome> first = session.ask(new OrderQuery.ReqOpenOrders(), LONG);
        RequestOutcome second =
                session.ask(new OrderQuery.ReqAllOpenOrders(), LONG).join();

        assertThat(first).isNotDone();
        assertThat(second)
                .isInstanceOfSatisfying(
                        RequestOutcome.NotSent.class,
                        notSent -> assertThat(notSent.refusal().refusal()).isEqualTo(LocalRefusal.ALREADY_PENDING));
    }

    @Test
    void refusesToAskForWhatHasNoEnd() {
        GatewaySession session = start(settings());

        assertThatThrownBy(() -> session.ask(new OrderRequest.ReqGlobalCancel(OrderCancel.NONE), LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use send");
    }

    @Test
    void refusesOrdersOfAClientIdThatMayNotTrade() {
        GatewaySession session = start(SessionSettings.of(connect(), "risk-manager", false)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofSeconds(1), 0))
                .with(new LivenessSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), LONG))
                .with(new FlowSettings(45, 1000))
                .with(new SynchroniseSettings(LONG, MarketDataType.LIVE)));
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        assertThat(session.send(order(42)))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.MAY_NOT_TRADE));
    }

    @Test
    void countsErrorsOfOrdersByCode() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        peer.send("4", "42", "201", "Order rejected - reason:", "", "0");
        peer.send("4", "42", "202", "Order Canceled - reason:", "", "0");
        peer.send("4", "42", "399", "Order Message: warning", "", "0");

        await().untilAsserted(() -> assertThat(application.events()).hasSize(5));
        assertThat(registry.get("ib_order_error_total")
                        .tag("code", "201")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.find("ib_order_error_total").counters()).hasSize(1);
    }
}
