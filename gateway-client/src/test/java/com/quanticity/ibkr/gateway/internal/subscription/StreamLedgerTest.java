package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.internal.subscription.StreamLedger.Looked;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.TickByTickType;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.session.EventBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamLedgerTest {

    private static final int FIRST = 1_000_000_050;
    private static final long CONNECTION = 3;
    private static final GatewayContract APPLE = GatewayContract.stock("AAPL", "NASDAQ", "USD");

    private final FakeScheduler scheduler = new FakeScheduler();
    private final StreamLedger ledger = new StreamLedger(scheduler::nanoTime);

    @BeforeEach
    void connect() {
        ledger.onConnected(CONNECTION, FIRST);
    }

    @Test
    void everyStreamHasItsOwnCancel() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onSending(new DepthRequest.ReqMktDepth(FIRST + 1, APPLE, 5, true, List.of()));
        ledger.onSending(MarketDataRequest.ReqRealTimeBars.of(FIRST + 2, APPLE, WhatToShow.TRADES));
        ledger.onSending(new MarketDataRequest.ReqTickByTickData(FIRST + 3, APPLE, TickByTickType.LAST, 0, false));
        ledger.onSending(new AccountRequest.ReqPnL(FIRST + 4, "DU1", ""));
        ledger.onSending(new AccountRequest.ReqPnLSingle(FIRST + 5, "DU1", "", 1));
        ledger.onSending(new AccountRequest.ReqAccountSummary(FIRST + 6, "All", "NetLiquidation"));
        ledger.onSending(new AccountRequest.ReqPositions());
        ledger.onSending(new AccountRequest.ReqAccountUpdates(true, "DU1"));
        ledger.onSending(new DisplayGroupRequest.SubscribeToGroupEvents(FIRST + 7, 1));
        ledger.onSending(ReqMktData.snapshot(FIRST + 8, APPLE));

        assertThat(ledger.cancels())
                .containsExactlyInAnyOrder(
                        new CancelMktData(FIRST),
                        new DepthRequest.CancelMktDepth(FIRST + 1, true),
                        new MarketDataRequest.CancelRealTimeBars(FIRST + 2),
                        new MarketDataRequest.CancelTickByTickData(FIRST + 3),
                        new AccountRequest.CancelPnL(FIRST + 4),
                        new AccountRequest.CancelPnLSingle(FIRST + 5),
                        new AccountRequest.CancelAccountSummary(FIRST + 6),
                        new AccountRequest.CancelPositions(),
                        new AccountRequest.ReqAccountUpdates(false, "DU1"),
                        new DisplayGroupRequest.UnsubscribeFromGroupEvents(FIRST + 7));
    }

    @Test
    void nothingIsLeftToCancelAfterCancelRefusalAndLoss() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onSending(ReqMktData.stream(FIRST + 1, APPLE));
        ledger.onSending(ReqMktData.stream(FIRST + 2, APPLE));
        ledger.onSending(new AccountRequest.ReqPositions());

        ledger.onSending(new CancelMktData(FIRST));
        ledger.onSending(new AccountRequest.CancelPositions());
        ledger.onEnded(FIRST + 1);
        assertThat(ledger.cancels()).containsExactly(new CancelMktData(FIRST + 2));

        ledger.onStreamsLost();
        assertThat(ledger.cancels()).isEmpty();
    }

    @Test
    void lateDataOfACancelledIdIsNotDelivered() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onSending(ReqMktData.stream(FIRST + 1, APPLE));
        ledger.onSending(new CancelMktData(FIRST));

        Looked looked = ledger.look(batch(tick(FIRST), tick(FIRST + 1), tick(FIRST)));

        assertThat(looked.batch().events()).containsExactly(tick(FIRST + 1));
        assertThat(looked.late()).isEqualTo(2);
        assertThat(looked.cancels()).isEmpty();
    }

    @Test
    void dataLongAfterItsCancelIsCancelledOnceMore() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onSending(new CancelMktData(FIRST));
        scheduler.advance(Duration.ofSeconds(6));

        assertThat(ledger.look(batch(tick(FIRST))).cancels()).containsExactly(new CancelMktData(FIRST));
        assertThat(ledger.look(batch(tick(FIRST))).cancels()).isEmpty();
    }

    @Test
    void streamThatGoesOnAfterTheBrokerLostItIsDeliveredNoMoreAndCancelledOnce() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onSending(new AccountRequest.ReqPositions());

        Set<Integer> lost = ledger.onStreamsLost();
        assertThat(lost).containsExactly(FIRST);
        assertThat(ledger.look(batch(tick(FIRST))).late())
                .as("what came before the loss is handed on")
                .isZero();

        ledger.onOver(lost);
        assertThat(ledger.look(batch(tick(FIRST)))).isEqualTo(new Looked(batch(), 1, List.of()));
        scheduler.advance(Duration.ofSeconds(6));
        assertThat(ledger.look(batch(tick(FIRST), tick(FIRST))).cancels()).containsExactly(new CancelMktData(FIRST));
        assertThat(ledger.look(batch(tick(FIRST))).cancels()).isEmpty();
    }

    @Test
    void idThatIsAskedForAgainAfterTheLossIsDelivered() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        Set<Integer> lost = ledger.onStreamsLost();
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        ledger.onOver(lost);
        assertThat(ledger.look(batch(tick(FIRST))).late()).isZero();

        ledger.onSending(new CancelMktData(FIRST));
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));
        assertThat(ledger.look(batch(tick(FIRST))).late()).isZero();
    }

    @Test
    void streamOfAnEarlierConnectionIsCancelledOnceAndNotDelivered() {
        Looked first = ledger.look(batch(tick(FIRST - 1), new AccountEvent.PositionEnd()));

        assertThat(first.cancels()).containsExactly(new CancelMktData(FIRST - 1));
        assertThat(first.batch().events()).containsExactly(new AccountEvent.PositionEnd());
        assertThat(ledger.look(batch(tick(FIRST - 1))).cancels()).isEmpty();
    }

    @Test
    void streamThatAnEarlierProcessLeftBehindIsCancelledOnceAndNotDelivered() {
        ledger.onSending(ReqMktData.stream(FIRST, APPLE));

        Looked looked = ledger.look(batch(tick(FIRST), tick(FIRST + 40)));

        assertThat(looked.batch().events()).containsExactly(tick(FIRST));
        assertThat(looked.cancels()).containsExactly(new CancelMktData(FIRST + 40));
        assertThat(ledger.look(batch(tick(FIRST + 40))).cancels()).isEmpty();
    }

    @Test
    void batchesOfAnEarlierConnectionAreLeftAlone() {
        EventBatch old = new EventBatch(CONNECTION - 1, Instant.EPOCH, List.of(tick(FIRST - 1)));

        assertThat(ledger.look(old)).isEqualTo(new Looked(old, 0, List.of()));
    }

    @Test
    void idsThatTheApplicationChoseAreLeftAlone() {
        ledger.onSending(ReqMktData.stream(7, APPLE));

        assertThat(ledger.look(batch(tick(7), tick(8))).batch().events()).hasSize(2);
    }

    private static GatewayEvent tick(int id) {
        return new TickEvent.TickSize(id, 8, 100, 0);
    }

    private static EventBatch batch(GatewayEvent... events) {
        return new EventBatch(CONNECTION, Instant.EPOCH, List.of(events));
    }

    @Test
    void remembersWhenDataOfACancelledStreamCameLastUntilItsIdIsAskedForAgain() {
        DepthRequest.ReqMktDepth reserved = new DepthRequest.ReqMktDepth(9001, APPLE, 5, true, List.of());
        ledger.onSending(reserved);
        ledger.onSending(reserved.cancel());
        assertThat(ledger.lastLateAt(9001)).isEmpty();
        Instant at = Instant.parse("2026-03-02T14:30:00Z");

        Looked looked = ledger.look(new EventBatch(CONNECTION, at, List.of(row(9001))));

        assertThat(looked.late()).isOne();
        assertThat(ledger.lastLateAt(9001)).contains(at);
        ledger.onSending(reserved);
        assertThat(ledger.lastLateAt(9001)).isEmpty();
        assertThat(ledger.look(new EventBatch(CONNECTION, at, List.of(row(9001))))
                        .late())
                .isZero();
    }

    private static GatewayEvent row(int id) {
        return new DepthEvent.UpdateMktDepthL2(id, 0, "ARCA", 0, 1, 1000, 2, 100, 0, true);
    }
}
