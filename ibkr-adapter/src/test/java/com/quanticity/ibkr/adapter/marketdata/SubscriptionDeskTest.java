package com.quanticity.ibkr.adapter.marketdata;

import static com.quanticity.ibkr.adapter.marketdata.Ticks.ID;
import static com.quanticity.ibkr.adapter.marketdata.Ticks.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionView.State;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqSmartComponents;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Cancelled;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Delayed;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Refused;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Waiting;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.SessionGap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionDeskTest {

    private static final long FIRST = FakeSession.CONNECTION;
    private static final long SECOND = FakeSession.CONNECTION + 5_000;

    private final MovableClock clock = new MovableClock();
    private final FakeSession session = new FakeSession();
    private final List<List<Quote>> drains = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<MarketStatus> statuses = new ArrayList<>();
    private final Map<String, Level1Facts> facts = new HashMap<>();
    private final ExchangeNames exchanges = new ExchangeNames(session, clock);
    private final SubscriptionDesk desk =
            new SubscriptionDesk(session, new Sink(), statuses::add, exchanges, Level1PropertiesTest.defaults(), clock);

    private final class Sink implements QuoteSink {
        @Override
        public void publish(List<Quote> quotes) {
            drains.add(List.copyOf(quotes));
        }

        @Override
        public void onFacts(String symbol, Level1Facts told) {
            facts.put(symbol, told);
        }

        @Override
        public void onSessionReady(boolean ready) {}

        @Override
        public void onServed(String symbol, boolean served) {
            shown.add((served ? "+" : "-") + symbol);
        }

        @Override
        public void onBehind(@Nullable String behind) {
            shown.add(behind == null ? "in time" : "late");
        }

        @Override
        public void forget(String symbol) {
            forgotten.add(symbol);
        }
    }

    @Test
    void wantsEachContractOnce() {
        desk.want(TestContracts.SPY);
        desk.want(TestContracts.AAPL);
        desk.want(TestContracts.AAPL);

        assertThat(session.subscriptions.wanted).containsOnlyKeys("LEVEL_1:SPY", "LEVEL_1:AAPL");
        assertThat(states()).containsExactly(State.WAITING, State.WAITING);
    }

    @Test
    void oneDrainIsPublishedTogetherAndNumberedOverAllSymbols() {
        become("AAPL", ID, FIRST, new Requested());
        become("SPY", ID + 1, FIRST, new Requested());

        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID + 1, TickType.BID, "2", "1"));
        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID + 1, TickType.BID, "3", "1"));

        assertThat(drains).hasSize(2);
        assertThat(quotes()).extracting(Quote::sequence).containsExactly(1L, 2L, 3L);
        assertThat(quotes()).extracting(Quote::symbol).containsExactly("AAPL", "SPY", "SPY");
    }

    @Test
    void startsAgainFromOneAndFromAnEmptyBookOnANewConnection() {
        become("SPY", ID, FIRST, new Requested());
        hear(FIRST, price(ID, TickType.BID, "1", "1"), price(ID, TickType.ASK, "2", "1"));

        become("SPY", ID + 1, SECOND, new Requested());
        hear(SECOND, price(ID, TickType.BID, "9", "9"), price(ID + 1, TickType.BID, "1", "1"));

        Quote last = quotes().getLast();
        assertThat(last.connection()).isEqualTo(SECOND);
        assertThat(last.sequence()).isOne();
        assertThat(last.ask()).isNull();
        assertThat(quotes()).hasSize(3);
        assertThat(forgotten).containsExactly("SPY", "SPY");
    }

    @Test
    void goesOnWithTheSameBookUnderAKeptRequest() {
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, price(ID, TickType.BID, "1", "1"));

        become("SPY", ID, FIRST, new Waiting("session is BROKER_DOWN"));
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, price(ID, TickType.ASK, "2", "1"));

        assertThat(quotes().getLast().bid()).isNotNull();
        assertThat(quotes()).extracting(Quote::sequence).containsExactly(1L, 2L);
    }

    @Test
    void showsAndTellsWhatBecameOfEach() {
        become("SPY", ID, FIRST, new Delayed());
        become("AAPL", ID + 1, FIRST, new Refused(354, "not subscribed", clock.instant()));

        assertThat(states()).containsExactly(State.REFUSED, State.DELAYED);
        assertThat(desk.subscriptions().getFirst().reason()).contains("354", "not subscribed");
        assertThat(statuses)
                .extracting(MarketStatus::symbol, MarketStatus::state)
                .containsExactly(tuple("SPY", MarketStatus.State.DELAYED), tuple("AAPL", MarketStatus.State.REFUSED));
    }

    @Test
    void symbolWhoseFarmIsBrokenIsToldAndShownToNobodyUntilDataComes() {
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, new TickEvent.MarketDataTypeNotice(ID, 1));
        statuses.clear();

        become("SPY", ID, FIRST, new Silent(2103, "market data farm usfarm is broken", clock.instant()));
        Optional<String> denied = whyNotLive();
        become("SPY", ID, FIRST, new Live());

        assertThat(shown).containsExactly("+SPY", "-SPY", "+SPY");
        assertThat(statuses)
                .extracting(MarketStatus::state, MarketStatus::reason)
                .containsExactly(
                        tuple(MarketStatus.State.SILENT, "market data farm usfarm is broken"),
                        tuple(MarketStatus.State.LIVE, ""));
        assertThat(denied).hasValue("its data is SILENT: market data farm usfarm is broken");
        assertThat(whyNotLive()).isEmpty();
    }

    @Test
    void gapIsToldForEachSymbolAndItsEndWithTheFirstDataAfterIt() {
        become("SPY", ID, FIRST, new Live());
        statuses.clear();

        desk.onGap(
                new SessionGap(SessionGap.Cause.CONNECTION_LOST, "link cut", FIRST, 0, clock.instant(), null, true, 0));
        become("SPY", ID + 1, SECOND, new Requested());
        become("SPY", ID + 1, SECOND, new Live());
        become("SPY", ID + 1, SECOND, new Live());

        assertThat(statuses)
                .extracting(MarketStatus::state)
                .containsExactly(
                        MarketStatus.State.GAP,
                        MarketStatus.State.REQUESTED,
                        MarketStatus.State.RESUMED,
                        MarketStatus.State.LIVE,
                        MarketStatus.State.LIVE);
        assertThat(statuses.getFirst().gapFrom()).isEqualTo(clock.instant());
        assertThat(statuses.getFirst().connection()).isEqualTo(FIRST);
        assertThat(statuses.get(2).connection()).isEqualTo(SECOND);
    }

    @Test
    void tellsOfServedSymbolsThatTheirDataIsLateAndNotAnyMore() {
        become("SPY", ID, FIRST, new Live());
        become("AAPL", ID + 1, FIRST, new Requested());
        statuses.clear();

        desk.onBacklog(new Backlog(true, 90_000, 100_000, clock.instant()));
        desk.onBacklog(new Backlog(false, 10, 100_000, clock.instant()));

        assertThat(statuses)
                .extracting(MarketStatus::symbol, MarketStatus::state, MarketStatus::reason)
                .containsExactly(
                        tuple("SPY", MarketStatus.State.BEHIND, "90000 of 100000 events wait in the adapter"),
                        tuple("SPY", MarketStatus.State.LIVE, "the adapter has caught up"));
    }

    @Test
    void aHaltIsToldUntilTradingGoesOnWhateverElseIsToldMeanwhile() {
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, halted("0"));
        statuses.clear();

        hear(FIRST, halted("2"), halted("2"));
        desk.onBacklog(new Backlog(false, 10, 100_000, clock.instant()));
        hear(FIRST, halted("0"));

        assertThat(statuses)
                .extracting(MarketStatus::state, MarketStatus::reason)
                .containsExactly(
                        tuple(MarketStatus.State.HALTED, "trading is halted: VOLATILITY"),
                        tuple(MarketStatus.State.LIVE, "the adapter has caught up"),
                        tuple(MarketStatus.State.HALTED, "trading is halted: VOLATILITY"),
                        tuple(MarketStatus.State.LIVE, "trading is not halted any more"));
    }

    @Test
    void aHaltOutlastsTheRequestItWasToldUnder() {
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, halted("1"));
        statuses.clear();

        become("SPY", ID + 1, SECOND, new Requested());
        become("SPY", ID + 1, SECOND, new Live());

        assertThat(statuses)
                .extracting(MarketStatus::state)
                .containsExactly(MarketStatus.State.REQUESTED, MarketStatus.State.LIVE, MarketStatus.State.HALTED);
        assertThat(desk.subscriptions().getFirst().halted()).isEqualTo(Level1Facts.Halt.GENERAL);
    }

    private static TickEvent halted(String code) {
        return new TickEvent.TickGeneric(ID, TickType.HALTED.code(), new BigDecimal(code));
    }

    @Test
    void aGapIsNotEndedByCatchingUp() {
        become("SPY", ID, FIRST, new Live());
        desk.onGap(
                new SessionGap(SessionGap.Cause.CONNECTION_LOST, "link cut", FIRST, 0, clock.instant(), null, true, 0));
        statuses.clear();

        desk.onBacklog(new Backlog(false, 10, 100_000, clock.instant()));

        assertThat(statuses).isEmpty();
    }

    @Test
    void statusOfAReplacedContractIsIgnored() {
        desk.want(TestContracts.SPY);
        Subscription other = Subscription.of(
                "LEVEL_1:SPY", session.subscriptions.of("LEVEL_1:SPY").request());

        desk.onSubscription(status(other.withPriority(1), ID, FIRST, new Live()));

        assertThat(states()).containsExactly(State.WAITING);
        assertThat(statuses).isEmpty();
    }

    @Test
    void asksForGenericTicksThatTheKindOfContractKnows() {
        desk.want(TestContracts.SPY);

        assertThat(((ReqMktData) session.subscriptions.of("LEVEL_1:SPY").request()).genericTickList())
                .isEqualTo("233,236");
        assertThat(Level1PropertiesTest.defaults().genericTicks(SecurityType.OPTION))
                .isEqualTo("233");
        assertThat(Level1PropertiesTest.defaults().genericTicks(SecurityType.CURRENCY))
                .isEmpty();
    }

    @Test
    void factsGoWithTheSymbolAndItsLettersAreAskedAboutOnceADay() {
        become("SPY", ID, FIRST, new Requested());
        hear(FIRST, new TickEvent.TickReqParams(ID, new BigDecimal("0.01"), "9c0001", 3));
        hear(FIRST, new TickEvent.TickReqParams(ID, new BigDecimal("0.01"), "9c0001", 3));

        assertThat(facts.get("SPY")).extracting(Level1Facts::minTick).isEqualTo(new BigDecimal("0.01"));
        assertThat(session.sent(ReqSmartComponents.class)).hasSize(1);
        session.asked
                .getFirst()
                .complete(new RequestOutcome.Answered(List.of(new ContractEvent.SmartComponents(
                        1, List.of(new ContractEvent.SmartComponent(0, "ARCA", "P"))))));
        assertThat(exchanges.names("9c0001", "PK")).containsExactly("ARCA", "K");

        clock.advance(Duration.ofDays(1));
        hear(FIRST, new TickEvent.TickReqParams(ID, new BigDecimal("0.01"), "9c0001", 3));
        assertThat(session.sent(ReqSmartComponents.class)).hasSize(2);
    }

    @Test
    void onlyLiveDataPricesAnOrder() {
        assertThat(whyNotLive()).contains("no level 1 data of it is subscribed");
        become("SPY", ID, FIRST, new Requested());
        assertThat(whyNotLive()).contains("its data is REQUESTED");

        become("SPY", ID, FIRST, new Live());
        assertThat(whyNotLive()).contains("its data is UNKNOWN");
        hear(FIRST, new TickEvent.MarketDataTypeNotice(ID, 2));
        assertThat(whyNotLive()).contains("its data is FROZEN");
        hear(FIRST, new TickEvent.MarketDataTypeNotice(ID, 1));
        assertThat(whyNotLive()).isEmpty();

        become("SPY", ID, FIRST, new Delayed());
        assertThat(whyNotLive()).contains("its data is DELAYED");
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, price(ID, TickType.DELAYED_BID, "1", "1"));
        assertThat(whyNotLive()).contains("its data is DELAYED");
    }

    @Test
    void lateDataPricesNoOrder() {
        become("SPY", ID, FIRST, new Live());
        hear(FIRST, new TickEvent.MarketDataTypeNotice(ID, 1));

        desk.onBacklog(new Backlog(true, 90_000, 100_000, clock.instant()));
        assertThat(whyNotLive()).contains("90000 of 100000 events wait in the adapter");

        desk.onBacklog(new Backlog(false, 10, 100_000, clock.instant()));
        assertThat(whyNotLive()).isEmpty();
    }

    @Test
    void endsWhatIsNotWantedAnyMoreAndTellsIt() {
        become("SPY", ID, FIRST, new Live());
        Subscription subscription = session.subscriptions.of("LEVEL_1:SPY");
        statuses.clear();

        desk.unwant("SPY");
        desk.unwant("SPY");
        desk.onSubscription(status(subscription, ID, FIRST, new Cancelled()));

        assertThat(session.subscriptions.wanted).isEmpty();
        assertThat(desk.subscriptions()).isEmpty();
        assertThat(statuses).extracting(MarketStatus::state).containsExactly(MarketStatus.State.CANCELLED);
        assertThat(forgotten).endsWith("SPY");
    }

    @Test
    void anotherTypeIsAskedForWithEverySubscriptionAnew() {
        become("SPY", ID, FIRST, new Live());

        desk.askFor(MarketDataType.DELAYED);
        desk.onSubscription(status(session.subscriptions.of("LEVEL_1:SPY"), ID, FIRST, new Cancelled()));

        assertThat(session.marketDataType).isEqualTo(MarketDataType.DELAYED);
        assertThat(session.subscriptions.wanted).containsOnlyKeys("LEVEL_1:SPY");
        assertThat(states()).containsExactly(State.WAITING);
    }

    private Optional<String> whyNotLive() {
        return desk.whyNotLive(TestContracts.SPY.id());
    }

    private void become(String symbol, int requestId, long connection, SubscriptionState state) {
        desk.want(symbol.equals("SPY") ? TestContracts.SPY : TestContracts.AAPL);
        Subscription subscription = session.subscriptions.of("LEVEL_1:" + symbol);
        desk.onSubscription(status(subscription, requestId, connection, state));
    }

    private SubscriptionStatus status(
            Subscription subscription, int requestId, long connection, SubscriptionState state) {
        return new SubscriptionStatus(subscription, state, requestId, connection, clock.instant(), null, null);
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
}
