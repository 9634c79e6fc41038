package com.quanticity.ibkr.adapter.tickbytick;

import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.live;
import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.past;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqTickByTickData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Cancelled;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Waiting;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TickByTickDeskTest {

    private static final long FIRST = FakeSession.CONNECTION;
    private static final long SECOND = FakeSession.CONNECTION + 5_000;
    private static final int ID = FakeSession.FIRST_REQUEST_ID;
    private static final Contract QQQ = TestContracts.stock(320227571, "QQQ", "NASDAQ", "USD");
    private static final Contract MSFT = TestContracts.stock(272093, "MSFT", "NASDAQ", "USD");

    private final MovableClock clock = new MovableClock();
    private final FakeSession session = new FakeSession();
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final List<TickByTick> ticks = new ArrayList<>();
    private final List<MarketStatus> statuses = new ArrayList<>();
    private final TickByTickProperties settings = new Binder(
                    new MapConfigurationPropertySource(Map.of("history-ticks", "4", "request-interval", "15s")))
            .bindOrCreate("", TickByTickProperties.class);
    private final TickByTickDesk desk = desk(settings);

    @BeforeEach
    void resolve() {
        List.of(TestContracts.SPY, QQQ, TestContracts.AAPL, MSFT)
                .forEach(contract -> contracts.onResolved(contract.symbol(), TestContracts.reference(contract)));
    }

    @Test
    void asksForThePermanentStreamsAsSoonAsTheSessionIsReady() {
        desk.check();
        assertThat(wanted()).isEmpty();

        ready(FIRST);

        assertThat(wanted()).containsExactly("TICK_BY_TICK:SPY:LAST", "TICK_BY_TICK:QQQ:LAST");
        assertThat(session.subscriptions.of("TICK_BY_TICK:SPY:LAST").request())
                .isInstanceOfSatisfying(ReqTickByTickData.class, request -> {
                    assertThat(request.numberOfTicks()).isEqualTo(4);
                    assertThat(request.tickType().code()).isEqualTo("Last");
                });
    }

    @Test
    void anUnresolvedSymbolWaitsAndSaysWhatToDo() {
        TickByTickDesk other = desk(with("permanent", "NOSUCH"));
        other.onStateChange(FakeSession.event(SessionState.READY, FIRST));

        assertThat(other.view().streams().getFirst().reason()).contains("put it on the watch list");
    }

    @Test
    void theThirdIsSwitchedAtOnceToAnInstrumentThatWasNotAskedForLately() {
        ready(FIRST);
        desk.chooseThird(TickStream.of("AAPL"));
        desk.chooseThird(TickStream.of("MSFT"));

        assertThat(wanted())
                .containsExactly("TICK_BY_TICK:SPY:LAST", "TICK_BY_TICK:QQQ:LAST", "TICK_BY_TICK:MSFT:LAST");
        assertThat(told("AAPL")).contains(MarketStatus.State.CANCELLED);
    }

    @Test
    void switchingBackWaitsForFifteenSecondsAfterTheLastRequest() {
        ready(FIRST);
        desk.chooseThird(TickStream.of("AAPL"));
        clock.advance(Duration.ofSeconds(5));
        desk.chooseThird(TickStream.of("MSFT"));
        desk.chooseThird(TickStream.of("AAPL"));

        assertThat(wanted()).doesNotContain("TICK_BY_TICK:AAPL:LAST");
        TickLineView waiting = desk.view().streams().getLast();
        assertThat(waiting.state()).isEqualTo(MarketStatus.State.WAITING);
        assertThat(waiting.askedAt()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(waiting.reason()).startsWith("one request for an instrument in 15 s");

        clock.advance(Duration.ofSeconds(10));
        desk.check();
        assertThat(wanted()).contains("TICK_BY_TICK:AAPL:LAST");
    }

    @Test
    void twoKindsOfOneInstrumentAreAskedForFifteenSecondsApart() {
        TickByTickDesk other = desk(with("permanent", "SPY:LAST,SPY:BID_ASK"));
        other.onStateChange(FakeSession.event(SessionState.READY, FIRST));
        assertThat(wanted()).containsExactly("TICK_BY_TICK:SPY:LAST");

        clock.advance(Duration.ofSeconds(15));
        other.check();

        assertThat(wanted()).containsExactly("TICK_BY_TICK:SPY:LAST", "TICK_BY_TICK:SPY:BID_ASK");
    }

    @Test
    void aStreamBeyondTheQuotaWaitsUntilASlotIsFree() {
        TickByTickDesk other = desk(with("quota", "2"));
        other.onStateChange(FakeSession.event(SessionState.READY, FIRST));
        other.chooseThird(TickStream.of("AAPL"));

        assertThat(wanted()).hasSize(2);
        assertThat(other.view().used()).isEqualTo(2);
        assertThat(other.view().streams().getLast().reason()).startsWith("the quota of 2 streams is used up");
    }

    @Test
    void optionsAreRefused() {
        Contract option = new Contract(
                ContractId.of(620_000_001), "SPY  260320C00450000", SecurityType.OPTION, "SMART", "", "USD", "", "");
        contracts.onResolved(option.symbol(), TestContracts.reference(option));
        ready(FIRST);

        desk.chooseThird(new TickStream(option.symbol(), TickKind.LAST));

        assertThat(wanted()).hasSize(2);
        assertThat(desk.view().streams().getLast())
                .extracting(TickLineView::state, TickLineView::reason)
                .containsExactly(
                        MarketStatus.State.REFUSED,
                        "the broker serves no tick-by-tick data for options; use level 1 data");
    }

    @Test
    void aRefusalForTheQuotaIsShownAndTriedAgainEachTimeLater() {
        ready(FIRST);
        become("SPY", ID, FIRST, new Requested());

        turnAway("SPY", 30);
        become("SPY", ID + 1, FIRST, new Requested());
        turnAway("SPY", 60);

        hear(FIRST, new ErrorMessage(ID, 10190, "Max number of tick-by-tick requests has been reached.", "", null));
        assertThat(desk.view().quotaRefusals()).isOne();
    }

    private void turnAway(String symbol, int seconds) {
        become(symbol, 0, 0, new Waiting("no free line: too many tick-by-tick requests"));

        assertThat(wanted()).doesNotContain("TICK_BY_TICK:" + symbol + ":LAST");
        assertThat(desk.view().streams().getFirst())
                .extracting(TickLineView::reason, TickLineView::askedAt)
                .containsExactly(
                        "no free line: too many tick-by-tick requests",
                        clock.instant().plusSeconds(seconds));
        clock.advance(Duration.ofSeconds(seconds));
        desk.check();
        assertThat(wanted()).contains("TICK_BY_TICK:" + symbol + ":LAST");
    }

    @Test
    void afterAQuickReconnectAStreamWaitsForTheRestOfItsFifteenSeconds() {
        ready(FIRST);
        become("SPY", ID, FIRST, new Live());
        clock.advance(Duration.ofSeconds(4));

        desk.onStateChange(FakeSession.event(SessionState.DISCONNECTED, FIRST));
        become("SPY", 0, 0, new Cancelled());
        assertThat(wanted()).isEmpty();
        ready(SECOND);
        assertThat(wanted()).isEmpty();

        clock.advance(Duration.ofSeconds(11));
        desk.check();
        assertThat(wanted()).hasSize(2);
    }

    @Test
    void aLinkLostToTheBrokerLeavesTheRequestsAndItsReturnWithoutDataTakesThem() {
        ready(FIRST);
        become("SPY", ID, FIRST, new Live());
        desk.onStateChange(FakeSession.event(SessionState.BROKER_DOWN, FIRST));
        assertThat(wanted()).hasSize(2);

        hear(FIRST, new ErrorMessage(-1, 1101, "restored, data lost", "", null));
        assertThat(wanted()).isEmpty();

        clock.advance(Duration.ofSeconds(20));
        ready(FIRST);
        assertThat(wanted()).hasSize(2);
    }

    @Test
    void publishesLiveTicksNumberedOverAllStreams() {
        ready(FIRST);
        become("SPY", ID, FIRST, new Requested());
        become("QQQ", ID + 1, FIRST, new Requested());

        hear(FIRST, live(ID, "1 450.10"), live(ID + 1, "1 380"), live(ID + 9, "1 1"));
        hear(FIRST, live(ID, "2 450.20"));

        assertThat(ticks)
                .extracting(TickByTick::symbol, TickByTick::sequence, TickByTick::history)
                .containsExactly(tuple("SPY", 1L, false), tuple("QQQ", 2L, false), tuple("SPY", 3L, false));
        TickLineView spy = desk.view().streams().getFirst();
        assertThat(spy.ticks()).isEqualTo(2);
        assertThat(spy.stampSkewMillis()).isEqualTo(-2_000);
    }

    @Test
    void thePrefixAfterAReconnectBringsOnlyWhatWasMissed() {
        ready(FIRST);
        become("SPY", ID, FIRST, new Requested());
        hear(FIRST, past(ID, "1 450", "2 451"), live(ID, "3 452"), live(ID, "4 453"));
        desk.onStateChange(FakeSession.event(SessionState.DISCONNECTED, FIRST));
        desk.onGap(gap());
        clock.advance(Duration.ofSeconds(20));
        ready(SECOND);
        become("SPY", ID + 1, SECOND, new Requested());
        ticks.clear();

        hear(SECOND, past(ID + 1, "3 452", "4 453", "5 454", "6 455"), live(ID + 1, "7 456"));
        become("SPY", ID + 1, SECOND, new Live());

        assertThat(ticks)
                .extracting(TickByTick::sequence, TickByTick::history)
                .containsExactly(tuple(1L, true), tuple(2L, true), tuple(3L, false));
        assertThat(desk.view().streams().getFirst())
                .extracting(TickLineView::historyTicks, TickLineView::repeatedTicks, TickLineView::ticks)
                .containsExactly(4L, 2L, 3L);
        assertThat(told("SPY"))
                .containsSequence(
                        MarketStatus.State.GAP,
                        MarketStatus.State.REQUESTED,
                        MarketStatus.State.RESUMED,
                        MarketStatus.State.LIVE);
    }

    private SessionGap gap() {
        return new SessionGap(SessionGap.Cause.CONNECTION_LOST, "link cut", FIRST, 0, clock.instant(), null, true, 0);
    }

    private TickByTickDesk desk(TickByTickProperties with) {
        return new TickByTickDesk(
                session,
                contracts,
                ticks::addAll,
                statuses::add,
                new ThirdStream(with.permanent(), with.thirdKind(), with.thirdAtLeast()),
                with,
                clock,
                new TickMeters(new SimpleMeterRegistry()));
    }

    private static TickByTickProperties with(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(name, value, "request-interval", "15s")))
                .bindOrCreate("", TickByTickProperties.class);
    }

    private void ready(long connection) {
        desk.onStateChange(FakeSession.event(SessionState.READY, connection));
    }

    private void become(String symbol, int requestId, long connection, SubscriptionState state) {
        Subscription subscription = session.subscriptions.wanted.get("TICK_BY_TICK:" + symbol + ":LAST");
        if (subscription != null) {
            desk.onSubscription(
                    new SubscriptionStatus(subscription, state, requestId, connection, clock.instant(), null, null));
        }
    }

    private void hear(long connection, GatewayEvent... events) {
        desk.onEvents(new EventBatch(connection, SampleTicks.OPEN, List.of(events)));
    }

    private List<String> wanted() {
        return List.copyOf(session.subscriptions.wanted.keySet());
    }

    private List<MarketStatus.State> told(String symbol) {
        return statuses.stream()
                .filter(status -> status.symbol().equals(symbol))
                .map(MarketStatus::state)
                .toList();
    }
}
