package com.quanticity.ibkr.adapter.marketdata;

import static com.quanticity.ibkr.adapter.marketdata.Ticks.ID;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.price;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.FakeSynchronisation;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionView.State;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.Synchronisation.Cause;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionDeskTest {

    private static final long FIRST = FakeSession.CONNECTION;
    private static final long SECOND = FakeSession.CONNECTION + 5_000;

    private final MovableClock clock = new MovableClock();
    private final FakeSession session = new FakeSession();
    private final List<List<Quote>> drains = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final SubscriptionDesk desk = new SubscriptionDesk(session, new Sink(), clock);

    private final class Sink implements QuoteSink {
        @Override
        public void publish(List<Quote> quotes) {
            drains.add(List.copyOf(quotes));
        }

        @Override
        public void onSessionReady(boolean ready) {}

        @Override
        public void forget(String symbol) {
            forgotten.add(symbol);
        }
    }

    @Test
    void subscribesWhatIsWantedOnceTheSessionIsReady() {
        desk.want(TestContracts.SPY);
        assertThat(states()).containsExactly(State.WAITING);

        ready(FIRST, Cause.CONNECTED);
        desk.want(TestContracts.AAPL);
        desk.want(TestContracts.AAPL);

        assertThat(session.sent(ReqMktData.class))
                .extracting(request -> request.contract().symbol())
                .containsExactly("SPY", "AAPL");
        assertThat(states()).containsExactly(State.REQUESTED, State.REQUESTED);
    }

    @Test
    void oneDrainIsPublishedTogetherAndNumberedOverAllSymbols() {
        desk.want(TestContracts.SPY);
        desk.want(TestContracts.AAPL);
        ready(FIRST, Cause.CONNECTED);

        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID + 1, TickType.BID, "2", "1"));
        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID + 1, TickType.BID, "3", "1"));

        assertThat(drains).hasSize(2);
        assertThat(quotes()).extracting(Quote::sequence).containsExactly(1L, 2L, 3L);
        assertThat(quotes()).extracting(Quote::symbol).containsExactly("AAPL", "SPY", "SPY");
        assertThat(states()).containsExactly(State.LIVE, State.LIVE);
    }

    @Test
    void startsAgainFromOneAndFromAnEmptyBookOnANewConnection() {
        desk.want(TestContracts.SPY);
        ready(FIRST, Cause.CONNECTED);
        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID, TickType.ASK, "2", "1"));

        lost();
        ready(SECOND, Cause.CONNECTED);
        hear(SECOND, price(ID, TickType.BID, "9", "9"), price(ID + 1, TickType.BID, "1", "1"));

        assertThat(session.sent(ReqMktData.class)).hasSize(2);
        Quote last = quotes().getLast();
        assertThat(last.connection()).isEqualTo(SECOND);
        assertThat(last.sequence()).isOne();
        assertThat(last.ask()).isNull();
        assertThat(quotes()).hasSize(3);
        assertThat(forgotten).containsExactly("SPY", "SPY");
    }

    @Test
    void asksAgainAfterDataWasLostAndGoesOnNumbering() {
        desk.want(TestContracts.SPY);
        ready(FIRST, Cause.CONNECTED);
        hear(FIRST, price(ID, TickType.BID, "1", "1"));

        lost();
        ready(FIRST, Cause.DATA_LOST);
        hear(FIRST, price(ID + 1, TickType.BID, "1", "1"));

        assertThat(session.sent(ReqMktData.class)).hasSize(2);
        assertThat(quotes()).extracting(Quote::sequence).containsExactly(1L, 2L);
    }

    @Test
    void goesOnUnderTheOldRequestsWhenDataWasKept() {
        desk.want(TestContracts.SPY);
        ready(FIRST, Cause.CONNECTED);
        hear(FIRST, price(ID, TickType.BID, "1", "1"));

        lost();
        assertThat(states()).containsExactly(State.WAITING);
        ready(FIRST, Cause.DATA_KEPT);

        assertThat(session.sent(ReqMktData.class)).hasSize(1);
        assertThat(states()).containsExactly(State.LIVE);
    }

    @Test
    void asksAgainWhenALossWasFollowedByANoticeThatDataWasKept() {
        desk.want(TestContracts.SPY);
        ready(FIRST, Cause.CONNECTED);
        lost();
        synchronise(Cause.DATA_LOST);

        ready(FIRST, Cause.DATA_KEPT);

        assertThat(session.sent(ReqMktData.class)).hasSize(2);
    }

    @Test
    void subscribesWhatWasWantedWhileTheBrokerWasAway() {
        desk.want(TestContracts.SPY);
        ready(FIRST, Cause.CONNECTED);
        lost();
        desk.want(TestContracts.AAPL);

        ready(FIRST, Cause.DATA_KEPT);

        assertThat(session.sent(ReqMktData.class))
                .extracting(request -> request.contract().symbol())
                .containsExactly("SPY", "AAPL");
    }

    @Test
    void showsWhatTheBrokerRefusedAndGoesOnAfterAnAdvisory() {
        desk.want(TestContracts.SPY);
        desk.want(TestContracts.AAPL);
        ready(FIRST, Cause.CONNECTED);

        hear(FIRST, error(ID, 10167, "displaying delayed data"), error(ID + 1, 354, "not subscribed"));

        assertThat(states()).containsExactly(State.REQUESTED, State.REFUSED);
        assertThat(desk.subscriptions().getLast().reason()).contains("354", "not subscribed");
    }

    private void synchronise(Cause cause) {
        FakeSynchronisation synchronisation = new FakeSynchronisation();
        synchronisation.cause = cause;
        desk.synchronise(synchronisation);
    }

    private void ready(long connection, Cause cause) {
        synchronise(cause);
        desk.onStateChange(FakeSession.event(SessionState.READY, connection));
    }

    private void lost() {
        desk.onStateChange(FakeSession.event(SessionState.BROKER_DOWN, FIRST));
    }

    private void hear(long connection, GatewayEvent... events) {
        desk.onEvents(new EventBatch(connection, clock.instant(), List.of(events)));
    }

    private List<Quote> quotes() {
        return drains.stream().flatMap(List::stream).toList();
    }

    private List<State> states() {
        return desk.subscriptions().stream().map(SubscriptionView::state).toList();
    }

    private static ErrorMessage error(int id, int code, String text) {
        return new ErrorMessage(id, code, text, "", null);
    }
}
