package com.quanticity.ibkr.gateway.internal.pending;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent.Position;
import com.quanticity.ibkr.gateway.event.AccountEvent.PositionEnd;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.pending.PendingRequests.Pending;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqPositions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.RequestOutcome.Answered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come after nobody waits for them any more. */
class PendingRequestsTest {

    private static final long CONNECTION = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final GatewayEvent OLD = position("1");
    private static final GatewayEvent NEW = position("2");
    private static final GatewayEvent END = new PositionEnd();
    private static final GatewayEvent TIME = new CurrentTime(Instant.EPOCH);

    private final PendingRequests pending = new PendingRequests();

    @Test
    void lateAnswerDoesNotEndTheNextRequest() {
        askAndTimeOut();
        Pending second = ask();

        hear(OLD, END);
        assertThat(second.future()).isNotDone();
        hear(NEW, END);

        assertThat(second.future().join()).isEqualTo(new Answered(List.of(NEW)));
    }

    @Test
    void lateAnswerThatCameBeforeTheNextRequestIsForgotten() {
        askAndTimeOut();
        hear(OLD, END);

        Pending second = ask();
        assertThat(second.isBehindLateAnswers()).isFalse();
        hear(NEW, END);

        assertThat(second.future().join()).isEqualTo(new Answered(List.of(NEW)));
    }

    @Test
    void barrierShowsThatTheFirstAnswerWillNeverCome() {
        askAndTimeOut();
        Pending second = askBehindBarrier();

        hear(TIME, NEW, END);

        assertThat(second.future().join()).isEqualTo(new Answered(List.of(NEW)));
        assertThat(ask().isBehindLateAnswers()).isFalse();
    }

    @Test
    void answerBetweenBarrierAndRequestIsTheLateOne() {
        askAndTimeOut();
        pending.onTimeAsked();
        Pending second = askBehindBarrier();

        hear(TIME, OLD, END, TIME, NEW, END);

        assertThat(second.future().join()).isEqualTo(new Answered(List.of(NEW)));
    }

    @Test
    void requestCutOffOnALivingConnectionOwesItsAnswerToo() {
        ask();
        pending.lost(pending.withdrawAll(), "1102");
        Pending second = ask();

        hear(OLD, END);
        assertThat(second.future()).isNotDone();
    }

    @Test
    void newConnectionOwesNothing() {
        ask();
        pending.lost(pending.withdrawAll(), "connection ended");
        pending.onConnectionEnded();
        Pending second = ask();

        hear(NEW, END);

        assertThat(second.future().join()).isEqualTo(new Answered(List.of(NEW)));
    }

    @Test
    void eventsOfAnEarlierConnectionAreNoAnswer() {
        Pending entry = ask();

        pending.onEvents(new EventBatch(CONNECTION - 1, Instant.EPOCH, List.of(OLD, END)));
        assertThat(entry.future()).isNotDone();

        hear(NEW, END);
        assertThat(entry.future().join()).isEqualTo(new Answered(List.of(NEW)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE})
    void readOnlyRefusalUnderNoIdEndsAListOfOrders(int id) {
        Pending entry = pending.register(new ReqOpenOrders(), RequestKind.OPEN_ORDERS, CONNECTION)
                .orElseThrow();

        hear(new ErrorMessage(id, 321, "The API interface is currently in Read-Only mode.", "", null));

        assertThat(entry.future().join()).isInstanceOf(RequestOutcome.BrokerError.class);
    }

    private void askAndTimeOut() {
        Pending first = ask();
        pending.onTimeout(first, TIMEOUT);
        assertThat(first.future().join()).isEqualTo(new RequestOutcome.TimedOut(TIMEOUT));
    }

    private Pending ask() {
        return pending.register(new ReqPositions(), RequestKind.POSITIONS, CONNECTION)
                .orElseThrow();
    }

    private Pending askBehindBarrier() {
        Pending entry = ask();
        pending.onTimeAsked();
        pending.barrierBefore(entry);
        return entry;
    }

    private void hear(GatewayEvent... events) {
        pending.onEvents(new EventBatch(CONNECTION, Instant.EPOCH, List.of(events)));
    }

    private static GatewayEvent position(String quantity) {
        return new Position(
                "DU1", GatewayContract.stock("AAPL", "NASDAQ", "USD"), new BigDecimal(quantity), BigDecimal.ONE);
    }
}
