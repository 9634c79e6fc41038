package com.quanticity.ibkr.adapter.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.bar.BarHistory.Answer;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.RealtimeBar;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelRealTimeBars;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BarDeskTest {

    private static final int ID = FakeSession.FIRST_REQUEST_ID;
    private static final long FIRST = FakeSession.CONNECTION;
    private static final Duration BAR = Duration.ofSeconds(5);

    private int requestId = ID;

    private final MovableClock clock = new MovableClock();
    private final Instant start = clock.instant();
    private final FakeSession session = new FakeSession();
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final List<Bar> bars = new ArrayList<>();
    private final List<MarketStatus> statuses = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BarProperties settings = new Binder(new MapConfigurationPropertySource(
                    Map.of("symbols", "SPY", "grace", "0s", "look-back", "1m", "fill-within", "70s", "attempts", "2")))
            .bindOrCreate("", BarProperties.class);
    private final List<Asked> asked = new ArrayList<>();
    private final Map<Instant, Bar.Source> stored = new HashMap<>();
    private final BarDesk desk = new BarDesk(
            session,
            contracts,
            bars::addAll,
            statuses::add,
            new BarFiller(this::ask, new AdapterAlarms(alarms::add, clock, meters), settings, clock),
            (_, _) -> stored,
            settings,
            clock,
            meters);

    private record Asked(Instant from, Instant to, CompletableFuture<Answer> answer) {}

    private CompletableFuture<Answer> ask(Object contract, Instant from, Instant to) {
        Asked one = new Asked(from, to, new CompletableFuture<>());
        asked.add(one);
        return one.answer();
    }

    /** The minute before the start is known, so that only what a test leaves out is missing. */
    @BeforeEach
    void start() {
        contracts.onResolved("SPY", reference("20260302:0400-20260302:2000;20260303:CLOSED"));
        LongStream.rangeClosed(1, 12).forEach(n -> stored.put(start.minusSeconds(5 * n), Bar.Source.LIVE));
        desk.onStateChange(FakeSession.event(SessionState.READY, FIRST));
        desk.check();
        become(ID, new Requested());
    }

    @Test
    void publishesEachBarOnce() {
        run(12, n -> true);
        hear(bar(ID, start));

        assertThat(bars).hasSize(12);
        assertThat(bars).extracting(Bar::source).containsOnly(Bar.Source.LIVE);
        assertThat(desk.views().getFirst().repeated()).isOne();
        assertThat(desk.completeness(null).getFirst())
                .extracting(BarCompleteness::received, BarCompleteness::missing)
                .containsExactly(12L + 12L, 0L);
        assertThat(asked).isEmpty();
    }

    @Test
    void aMissingBarIsToldAskedForAndFilledAsSuch() {
        run(12, n -> n != 3);

        assertThat(asked).extracting(Asked::from, Asked::to).containsExactly(tuple(second(15), second(20)));
        give(past(second(10)), past(second(15)), past(second(20)));
        desk.check();

        assertThat(bars).hasSize(12);
        assertThat(bars.getLast())
                .extracting(Bar::start, Bar::source)
                .containsExactly(second(15), Bar.Source.BACK_FILLED);
        assertThat(statuses)
                .extracting(MarketStatus::state, MarketStatus::gapFrom)
                .contains(tuple(MarketStatus.State.GAP, second(15)), tuple(MarketStatus.State.RESUMED, second(15)));
        assertThat(desk.completeness(null).getFirst())
                .extracting(BarCompleteness::backFilled, BarCompleteness::missing)
                .containsExactly(1L, 0L);
    }

    @Test
    void aBarThatWasFilledAndComesLateIsNotToldTwice() {
        run(8, n -> n != 3);
        give(past(second(15)), past(second(20)));
        int told = bars.size();

        hear(bar(ID, second(15)));

        assertThat(bars).hasSize(told);
    }

    @Test
    void theBarThatRanWhenItWasAskedForIsLeftToHistory() {
        clock.advance(Duration.ofSeconds(2));
        become(ID + 1, new Requested());

        hear(bar(ID + 1, start), bar(ID + 1, second(5)));

        assertThat(bars).extracting(Bar::start).containsExactly(second(5));
    }

    @Test
    void theLastBarBeforeAReconnectAndThoseOfTheTimeWithoutAConnectionAreFilled() {
        run(2, n -> true);
        clock.advance(Duration.ofSeconds(2));
        desk.onStateChange(FakeSession.event(SessionState.DISCONNECTED, FIRST));
        clock.advance(Duration.ofSeconds(8));
        desk.check();
        assertThat(asked).isEmpty();

        desk.onStateChange(FakeSession.event(SessionState.READY, FIRST + 1));
        become(ID + 1, new Requested());
        desk.check();

        assertThat(asked).extracting(Asked::from, Asked::to).containsExactly(tuple(second(10), second(20)));
    }

    @Test
    void aSlotThatHistoryHasPassedByHadNoTrade() {
        run(12, n -> n != 3);

        give(past(second(10)), past(second(20)));
        desk.check();

        assertThat(desk.completeness(null).getFirst())
                .extracting(BarCompleteness::withoutTrades, BarCompleteness::missing)
                .containsExactly(1L, 0L);
        assertThat(alarms).isEmpty();
    }

    @Test
    void historyThatLagsIsAskedAgainAndTheAlarmIsRaisedAndCleared() {
        run(5, n -> n != 1);
        give();
        assertThat(alarms).isEmpty();
        assertThat(desk.views().getFirst().lastFill()).isEqualTo("1 of 1 bars are not in the broker's history yet");

        run(6, n -> true);
        assertThat(asked).hasSize(2);
        asked.getLast().answer().complete(new Answer.Failed("162 pacing violation", List.of()));
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.subject()).isEqualTo("SPY");
            assertThat(alarm.text()).contains("162 pacing violation");
        });

        run(8, n -> true);
        assertThat(alarms).extracting(Alarm::raised).containsExactly(true, false);
    }

    @Test
    void aBustIsCountedAndTheEndedRequestCancelled() {
        become(ID + 1, new Requested());

        desk.onEvents(new EventBatch(FIRST, start, List.of(new ErrorMessage(ID, 10225, "Bust event", "", null))));

        assertThat(session.sent(CancelRealTimeBars.class)).containsExactly(new CancelRealTimeBars(ID));
        assertThat(desk.views().getFirst().busted()).isOne();
    }

    @Test
    void symbolsComeAndGo() {
        assertThat(desk.want("AAPL")).isTrue();
        assertThat(desk.want("AAPL")).isFalse();
        desk.check();
        assertThat(desk.view("AAPL").orElseThrow().reason()).startsWith("not resolved");

        contracts.onResolved("AAPL", TestContracts.reference(TestContracts.AAPL));
        desk.check();
        assertThat(session.subscriptions.wanted).containsOnlyKeys("REAL_TIME_BARS:SPY", "REAL_TIME_BARS:AAPL");

        assertThat(desk.unwant("AAPL")).isTrue();
        assertThat(desk.unwant("AAPL")).isFalse();
        assertThat(session.subscriptions.wanted).containsOnlyKeys("REAL_TIME_BARS:SPY");
    }

    /** So many bars, those of the given numbers only; each is told at its end. */
    private void run(int count, LongPredicate comes) {
        for (int n = 0; n < count; n++) {
            Instant barStart = clock.instant();
            clock.advance(BAR);
            if (comes.test(n)) {
                hear(bar(requestId, barStart));
            }
            desk.check();
        }
    }

    private void become(int id, SubscriptionState state) {
        requestId = id;
        desk.onSubscription(new SubscriptionStatus(
                session.subscriptions.of("REAL_TIME_BARS:SPY"), state, id, FIRST, clock.instant(), null, null));
    }

    private void give(Bar... given) {
        asked.getLast().answer().complete(new Answer.Given(List.of(given)));
    }

    private void hear(GatewayEvent... events) {
        desk.onEvents(new EventBatch(FIRST, clock.instant(), List.of(events)));
    }

    private Instant second(int second) {
        return start.plusSeconds(second);
    }

    private static RealtimeBar bar(int id, Instant at) {
        BigDecimal price = new BigDecimal("450.10");
        return new RealtimeBar(id, at, price, price, price, price, BigDecimal.TEN, price, 3);
    }

    private static Bar past(Instant at) {
        BigDecimal price = new BigDecimal("450.10");
        return new Bar(
                "SPY",
                TestContracts.SPY.id(),
                at,
                price,
                price,
                price,
                price,
                BigDecimal.TEN,
                price,
                3,
                Bar.Source.BACK_FILLED,
                FIRST,
                at);
    }

    static ContractReference reference(String tradingHours) {
        ContractReference told = TestContracts.reference(TestContracts.SPY);
        return new ContractReference(
                told.contract(),
                told.terms(),
                told.longName(),
                told.stockType(),
                told.minTick(),
                told.priceMagnifier(),
                told.validExchanges(),
                told.marketRuleIds(),
                told.sizeIncrement(),
                told.timeZoneId(),
                tradingHours,
                tradingHours,
                told.at());
    }
}
