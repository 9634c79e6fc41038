package com.quanticity.ibkr.adapter.depth;

import static com.quanticity.ibkr.adapter.depth.book.DepthRows.ASK;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.BID;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.DELETE;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.INSERT;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.UPDATE;
import static com.quanticity.ibkr.adapter.depth.book.DepthRows.smart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.depth.book.BookState;
import com.quanticity.ibkr.adapter.depth.rotation.RotationState;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.SlotView;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.Use;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest.CancelMktDepth;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepth;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepthDeskTest {

    private static final long FIRST = FakeSession.CONNECTION;
    private static final int SPY = GatewaySession.RESERVED_REQUEST_ID;
    private static final int QQQ = GatewaySession.FIRST_REQUEST_ID;

    private final MovableClock clock = new MovableClock();
    private final FakeSession session = new FakeSession();
    private final TestDepth depth =
            new TestDepth(session, TestDepth.settings(Map.of("rows", "3", "symbols", "QQQ,IWM,NVDA,TSLA")), clock);
    private final DepthDesk desk = depth.desk;

    @BeforeEach
    void ready() {
        depth.resolve(TestDepth.CONTRACTS);
        desk.onStateChange(FakeSession.event(SessionState.READY, FIRST));
        pass(300);
    }

    @Test
    void asksForThePermanentSymbolUnderItsReservedIdAndForTheFirstTwoOfTheQueue() {
        assertThat(session.sent(ReqMktDepth.class))
                .extracting(ReqMktDepth::reqId, asked -> asked.contract().symbol(), ReqMktDepth::isSmartDepth)
                .containsExactly(tuple(SPY, "SPY", true), tuple(QQQ, "QQQ", true), tuple(QQQ + 1, "IWM", true));
        assertThat(depth.entitlements).contains("asked DEPTH:SPY");
        assertThat(active("SPY")).isOne();
    }

    @Test
    void booksAndUpdatesAgreeAndUpdatesAreNumberedOverAllSymbols() {
        hear(
                smart(SPY, 0, "ARCA", INSERT, BID, "500.00", "100"),
                smart(QQQ, 0, "NASDAQ", INSERT, ASK, "400.10", "7"),
                smart(SPY, 0, "IEX", INSERT, ASK, "500.02", "50"));
        hear(smart(SPY, 1, "BATS", UPDATE, BID, "499.99", "20"), smart(SPY, 2, "BATS", DELETE, BID, "0", "0"));
        pass(300);

        assertThat(depth.updates)
                .extracting(DepthUpdate::symbol, DepthUpdate::operation, DepthUpdate::position, DepthUpdate::sequence)
                .containsExactly(
                        tuple("SPY", Operation.INSERT, 0, 1L),
                        tuple("QQQ", Operation.INSERT, 0, 2L),
                        tuple("SPY", Operation.INSERT, 0, 3L),
                        tuple("SPY", Operation.INSERT, 1, 4L));
        DepthBookView book = desk.book("SPY");
        assertThat(book.isValid()).isTrue();
        assertThat(book.age()).isEqualTo(Duration.ofMillis(300));
        assertThat(book.book().bids()).extracting(row -> row.maker()).containsExactly("ARCA", "BATS");
        assertThat(statuses("SPY")).containsExactly(MarketStatus.State.REQUESTED, MarketStatus.State.LIVE);
        assertThat(depth.entitlements).containsOnlyOnce("served DEPTH:SPY");
    }

    @Test
    void aRowThatFallsOffIsPublishedAsADelete() {
        for (int position = 0; position < 3; position++) {
            hear(smart(SPY, position, "ARCA", INSERT, BID, "50" + (3 - position), "1"));
        }
        depth.updates.clear();

        hear(smart(SPY, 0, "ARCA", INSERT, BID, "504", "1"));

        assertThat(depth.updates)
                .extracting(DepthUpdate::operation, DepthUpdate::position)
                .containsExactly(tuple(Operation.DELETE, 2), tuple(Operation.INSERT, 0));
    }

    @Test
    void resetOfTheBrokerEmptiesTheBookAndTellsTheReasonOnce() {
        form(SPY);

        hear(error(SPY, 317, "market depth data has been RESET"), error(SPY, 317, "again"));

        assertThat(depth.updates.getLast().operation()).isEqualTo(Operation.RESET);
        assertThat(depth.updates.getLast().reason()).startsWith("317");
        assertThat(depth.updates.stream().filter(update -> update.operation() == Operation.RESET))
                .hasSize(1);
        assertThat(desk.book("SPY").book().state()).isEqualTo(BookState.FORMING);
        form(SPY);
        assertThat(desk.book("SPY").isValid()).isTrue();
        assertThat(cancelled()).isEmpty();
    }

    @Test
    void endOfATurnVoidsTheBookAndTheCancelCarriesTheFlagOfItsRequest() {
        form(QQQ);
        pass(10_000);

        assertThat(cancelled()).containsExactly(new CancelMktDepth(QQQ, true), new CancelMktDepth(QQQ + 1, true));
        assertThat(depth.updates.getLast())
                .extracting(DepthUpdate::operation, DepthUpdate::tickerId, DepthUpdate::reason)
                .containsExactly(Operation.RESET, QQQ, "its turn is over");
        assertThat(desk.book("QQQ").book().reason()).contains("no depth slot");
        assertThat(desk.book("QQQ").book().bids()).isEmpty();
        assertThat(active("QQQ")).isZero();
        assertThat(statuses("QQQ")).endsWith(MarketStatus.State.WAITING);
    }

    @Test
    void aSlotIsUsedAgainOnlyAfterTheBarrierAndQuiet() {
        pass(10_000);
        pass(200);
        assertThat(requested()).doesNotContain("NVDA");
        answerBarrier();
        session.lateData.put(QQQ, clock.instant().plusMillis(400));
        pass(600);
        assertThat(requested()).endsWith("NVDA").doesNotContain("TSLA");

        pass(400);

        assertThat(requested()).endsWith("NVDA", "TSLA");
    }

    @Test
    void aMessageThatDoesNotFitBreaksTheBookAndAsksAnew() {
        form(SPY);

        hear(smart(SPY, 2, "ARCA", INSERT, ASK, "501", "1"));

        assertThat(cancelled()).containsExactly(new CancelMktDepth(SPY, true));
        assertThat(depth.updates.getLast().reason()).contains("broken", "position=2");
        assertThat(depth.meters
                        .get("adapter_depth_books_broken_total")
                        .counter()
                        .count())
                .isOne();
        pass(100);
        answerBarrier();
        pass(600);
        assertThat(session.sent(ReqMktDepth.class).getLast().reqId()).isEqualTo(SPY);
    }

    @Test
    void aBookThatStaysCrossedIsAskedForAnew() {
        form(SPY);
        hear(smart(SPY, 0, "ARCA", UPDATE, BID, "600", "1"));
        pass(3_000);
        assertThat(desk.book("SPY").book().state()).isEqualTo(BookState.CROSSED);

        for (int i = 0; i < 8; i++) {
            pass(1_000);
        }

        assertThat(cancelled()).contains(new CancelMktDepth(SPY, true));
    }

    @Test
    void refusalsAreReportedAndRemarksShown() {
        hear(error(QQQ, 354, "Requested market data is not subscribed."), error(SPY, 2152, "Exchanges - Depth: IEX"));

        assertThat(depth.entitlements).contains("354 DEPTH:QQQ");
        assertThat(desk.view().refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.symbol()).isEqualTo("QQQ"));
        assertThat(statuses("QQQ")).endsWith(MarketStatus.State.REFUSED);
        assertThat(desk.book("SPY").advisory()).startsWith("2152");
    }

    @Test
    void lossVoidsEveryBookAndTheNextConnectionBeginsFromOne() {
        form(SPY);
        desk.onStateChange(FakeSession.event(SessionState.DISCONNECTED, FIRST));
        assertThat(depth.updates.getLast().operation()).isEqualTo(Operation.RESET);
        assertThat(desk.view().state()).isEqualTo(RotationState.NO_SESSION);
        int before = session.sent(ReqMktDepth.class).size();

        desk.onStateChange(FakeSession.event(SessionState.READY, FIRST + 5_000));
        pass(300);

        assertThat(requested().subList(before, before + 3)).containsExactly("SPY", "QQQ", "IWM");
        desk.onEvents(new EventBatch(
                FIRST + 5_000, clock.instant(), List.of(smart(SPY, 0, "ARCA", INSERT, BID, "500", "1"))));
        assertThat(depth.updates.getLast().sequence()).isOne();
        assertThat(desk.turns(10)).extracting(Turn::end).containsOnly(Turn.End.LOST);
    }

    @Test
    void aBrokenFarmHoldsTheRotationAndVoidsTheBooks() {
        form(SPY);
        int before = session.sent(DepthRequest.class).size();
        session.impairments = List.of(new Impairment(
                Impairment.Kind.MARKET_DATA_FARM, "usfarm", true, clock.instant(), "farm usfarm is broken"));
        pass(100);
        assertThat(desk.book("SPY").book().state()).isEqualTo(BookState.BROKEN);
        pass(60_000);
        assertThat(session.sent(DepthRequest.class)).hasSize(before);
        assertThat(desk.view().reason()).contains("usfarm");
        assertThat(desk.view().slots().getFirst().use()).isEqualTo(Use.HELD);
        assertThat(statuses("SPY")).endsWith(MarketStatus.State.SILENT);

        session.impairments = List.of();
        pass(100);

        assertThat(cancelled().getFirst()).isEqualTo(new CancelMktDepth(SPY, true));
    }

    @Test
    void rowsNobodyAskedForAreCancelledOnce() {
        hear(smart(QQQ + 500, 0, "ARCA", INSERT, BID, "1", "1"), smart(QQQ + 500, 1, "ARCA", INSERT, BID, "1", "1"));

        assertThat(cancelled()).containsExactly(new CancelMktDepth(QQQ + 500, true));
        assertThat(depth.updates).isEmpty();
    }

    @Test
    void aCancelThatIsNotTakenIsSentLater() {
        session.state = SessionState.DEGRADED;
        pass(10_000);
        assertThat(cancelled()).isEmpty();

        session.state = SessionState.READY;
        pass(100);

        assertThat(cancelled()).contains(new CancelMktDepth(QQQ, true), new CancelMktDepth(QQQ + 1, true));
    }

    @Test
    void silenceOfThePermanentSymbolIsAnAlarm() {
        for (int i = 0; i < 31; i++) {
            pass(1_000);
        }

        assertThat(depth.alarms).extracting(alarm -> alarm.subject()).contains("DEPTH:SPY");
    }

    @Test
    void switchedOffAsksForNothing() {
        FakeSession quiet = new FakeSession();
        TestDepth off = new TestDepth(quiet, TestDepth.settings(Map.of("enabled", "false")), clock);
        off.resolve(TestDepth.CONTRACTS);
        off.desk.onStateChange(FakeSession.event(SessionState.READY, FIRST));
        off.desk.check();

        assertThat(quiet.sent).isEmpty();
        assertThat(off.desk.view().reason()).contains("ibkr.adapter.depth.enabled");
    }

    private void form(int id) {
        hear(smart(id, 0, "ARCA", INSERT, BID, "500.00", "100"), smart(id, 0, "IEX", INSERT, ASK, "500.02", "50"));
        pass(300);
        assertThat(desk.view().slots().stream()
                        .filter(slot -> slot.requestId() == id)
                        .map(SlotView::rows))
                .isNotEmpty();
    }

    private void answerBarrier() {
        session.asked.forEach(question -> question.complete(new RequestOutcome.Answered(List.of())));
        desk.check();
    }

    private void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
        desk.check();
    }

    private void hear(GatewayEvent... events) {
        desk.onEvents(new EventBatch(FIRST, clock.instant(), List.of(events)));
    }

    private static ErrorMessage error(int id, int code, String text) {
        return new ErrorMessage(id, code, text, "", null);
    }

    private List<CancelMktDepth> cancelled() {
        return session.sent(CancelMktDepth.class);
    }

    private List<String> requested() {
        return session.sent(ReqMktDepth.class).stream()
                .map(request -> request.contract().symbol())
                .toList();
    }

    private List<MarketStatus.State> statuses(String symbol) {
        return depth.statuses.stream()
                .filter(status -> status.symbol().equals(symbol))
                .map(MarketStatus::state)
                .toList();
    }

    private double active(String symbol) {
        return depth.meters
                .get("ib_mktdepth_active")
                .tag("symbol", symbol)
                .gauge()
                .value();
    }
}
