package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestDetails;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The daily refresh over real tables, with a broker that answers what the test says. */
class ContractRefreshIT {

    private static final ContractId SPY = ContractId.of(756733);
    private static final String OCC = "SPY   261218C00500000";
    private static final String HOURS = "20260303:0930-20260303:1600";

    private final MovableClock clock = new MovableClock();
    private final TestServers servers = new TestServers(clock);
    private final FakeSession session = new FakeSession();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final Map<Integer, GatewayEvent> broker = new ConcurrentHashMap<>();
    private Process process = new Process();
    private int answered;

    /** What lives as long as a process. */
    private final class Process {
        final ContractDirectory directory = new ContractDirectory(List.of());
        final ContractStore store = new ContractStore(servers.database);
        final ContractPublisher publisher = new ContractPublisher(servers.bus, servers.redis, store, directory);
        final AdapterAlarms told = new AdapterAlarms(alarms::add, clock, servers.meters);
        final OccMappings mappings = new OccMappings(directory, publisher, told, clock);
        final ContractInquiry inquiry = new ContractInquiry(session, clock);
        final MarketRules rules = new MarketRules(session, directory, (rule, ladder) -> {});
        final ContractDesk desk = new ContractDesk(inquiry, directory, publisher, rules, mappings);
        final ContractRefresh refresh = new ContractRefresh(
                inquiry,
                directory,
                store,
                publisher,
                rules,
                mappings,
                told,
                new RefreshTimes(LocalTime.of(7, 0)),
                Duration.ZERO,
                () -> session.state.isUsable(),
                clock,
                servers.meters);
    }

    @BeforeEach
    void firstDay() throws InterruptedException {
        broker.put(SPY.value(), TestDetails.stock(SPY.value(), "SPY", "0.01", HOURS));
        process.refresh.load();
        resolve("SPY", SPY.value());
        nextDay();
    }

    @AfterEach
    void close() {
        process.publisher.close();
        servers.close();
    }

    @Test
    void firstRefreshIsWhatLaterOnesAreComparedWith() {
        assertThat(changes()).isEmpty();
        assertThat(process.store.refresh(today()))
                .get()
                .satisfies(run -> assertThat(run.asked()).isOne())
                .satisfies(run -> assertThat(run.finishedAt()).isEqualTo(clock.instant()));
        assertThat(alarms).isEmpty();
    }

    @Test
    void reportsAChangeOnceAcrossARestart() throws InterruptedException {
        broker.put(SPY.value(), TestDetails.stock(SPY.value(), "SPY", "0.005", HOURS));
        restart();

        nextDay();

        assertThat(changes()).extracting(ContractChange::toString).containsExactly("SPY MIN_TICK 0.01 -> 0.005");
        assertThat(alarms).extracting(Alarm::kind).containsExactly(AlarmKind.CONTRACT_CHANGED);
        assertThat(alarms.getFirst().text()).contains("SPY MIN_TICK 0.01 -> 0.005", "changes?day=" + today());

        nextDay();

        assertThat(changes()).isEmpty();
        assertThat(alarms.getLast().raised()).isFalse();
    }

    @Test
    void blocksWhatTheBrokerDoesNotKnowAnyMoreUntilItDoesAgain() throws InterruptedException {
        GatewayEvent spy = broker.remove(SPY.value());
        nextDay();
        assertThat(changes()).extracting(ContractChange::toString).containsExactly("SPY LISTING LISTED -> GONE");
        assertThat(alarms.getLast().kind()).isEqualTo(AlarmKind.CONTRACT_GONE);

        restart();
        assertThat(process.directory.blocked(SPY)).get().asString().contains("does not know contract 756733");

        broker.put(SPY.value(), spy);
        nextDay();
        assertThat(process.directory.blocked(SPY)).isEmpty();
        assertThat(changes()).extracting(ContractChange::toString).containsExactly("SPY LISTING GONE -> LISTED");
        assertThat(alarms.getLast().raised()).isFalse();
    }

    @Test
    void asksForOneContractByHand() throws InterruptedException {
        GatewayEvent spy = broker.remove(SPY.value());
        assertThat(process.refresh.want(SPY)).isTrue();
        assertThat(process.refresh.want(ContractId.of(1))).isFalse();
        step();
        assertThat(process.directory.blocked(SPY)).isPresent();

        broker.put(SPY.value(), spy);
        process.refresh.want(SPY);
        step();
        assertThat(process.directory.blocked(SPY)).isEmpty();
    }

    @Test
    void doesNotBelieveThatManyAreGoneAtOnce() throws InterruptedException {
        for (int id = 11; id <= 14; id++) {
            broker.put(id, TestDetails.stock(id, "S" + (char) ('A' + id), "0.01", HOURS));
            resolve("S" + (char) ('A' + id), id);
        }
        nextDay();
        broker.clear();

        nextDay();

        assertThat(process.directory.blockedCount()).isZero();
        assertThat(changes()).isEmpty();
        assertThat(alarms.getLast().text()).contains("did not know 5 of 5 contracts", "none is blocked");
    }

    @Test
    void catchesUpWhenTheSessionIsReadyAgain() throws InterruptedException {
        session.state = SessionState.CONNECTING;
        clock.advance(Duration.ofDays(2));
        process.refresh.step();
        assertThat(process.store.refresh(today())).isEmpty();

        session.state = SessionState.READY;
        step();

        assertThat(process.store.refresh(today())).isPresent();
    }

    @Test
    void provesAnOptionSymbolAndBlocksItWhenTheDetailsTurn() throws InterruptedException {
        broker.put(9, TestDetails.option(9, "SPY", OCC));
        resolve(OCC, 9);
        flushed();
        assertThat(process.store.mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.state()).isEqualTo(OccMapping.State.MATCHED));

        broker.put(9, TestDetails.option(9, "SPY", "SPY1  261218C00500000"));
        restart();
        nextDay();

        assertThat(process.directory.blocked(ContractId.of(9))).get().asString().contains("root is SPY");
        assertThat(process.mappings.find(OccSymbol.parse(OCC)))
                .get()
                .extracting(OccMapping::state)
                .isEqualTo(OccMapping.State.MISMATCH);
        assertThat(alarms).extracting(Alarm::kind).contains(AlarmKind.OCC_MISMATCH);
    }

    @Test
    void leavesOutWhatHasExpired() throws InterruptedException {
        broker.put(9, TestDetails.option(9, "SPY", "SPY   260304C00500000"));
        resolve("SPY260304C00500000", 9);
        broker.remove(9);

        nextDay();
        nextDay();

        assertThat(process.directory.blocked(ContractId.of(9))).isEmpty();
    }

    @Test
    void namesEveryCandidateOfAnAmbiguousContractAndAsksOnceForTheSame() {
        var first = process.desk.resolve(ContractSpec.parse("OPT:SPX 20261218 C 6650"));
        var second = process.desk.resolve(ContractSpec.parse("OPT:SPX 20261218 CALL 6650.0"));
        assertThat(second).isSameAs(first);

        session.asked
                .getLast()
                .complete(new RequestOutcome.Answered(List.of(
                        TestDetails.option(8, "SPX", "SPXW  261218C06650000"),
                        TestDetails.option(7, "SPX", "SPX   261218C06650000"))));

        assertThat(first)
                .isCompletedWithValueMatching(resolution -> resolution instanceof Resolution.Ambiguous ambiguous
                        && ambiguous.candidates().getFirst().contractId().value() == 7
                        && ambiguous.why().contains("class SPXW"));
    }

    @Test
    void knowsNothingWhenThereIsNoAnswer() {
        var resolution = process.desk.resolve(ContractSpec.parse("BAG:+1 SPY | -1 QQQ"));

        session.asked.getLast().complete(new RequestOutcome.ConnectionLost("cut"));

        assertThat(resolution).isCompletedWithValueMatching(Resolution.Unavailable.class::isInstance);
    }

    @Test
    void remembersMarketRules() {
        PriceLadder ladder = PriceLadder.of(new BigDecimal("0.05"));
        process.store.save(7, PriceLadder.of(new BigDecimal("0.01")), clock.instant());
        process.store.save(7, ladder, clock.instant());

        assertThat(process.store.rules())
                .containsOnlyKeys(7)
                .hasEntrySatisfying(
                        7, kept -> assertThat(kept.incrementAt(BigDecimal.ONE)).isEqualByComparingTo("0.05"));
    }

    private void resolve(String text, int id) {
        var resolution = process.desk.resolve(ContractSpec.parse(text));
        session.asked.getLast().complete(answer(id));
        answered = session.asked.size();
        assertThat(resolution).isCompletedWithValueMatching(Resolution.Resolved.class::isInstance);
    }

    private void restart() {
        flushed();
        process.publisher.close();
        process = new Process();
        process.refresh.load();
    }

    private void nextDay() throws InterruptedException {
        clock.advance(Duration.ofDays(1));
        step();
    }

    private void step() throws InterruptedException {
        Thread stepping = Thread.ofVirtual().start(() -> {
            try {
                process.refresh.step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    answerAll();
                    return !stepping.isAlive();
                });
        flushed();
    }

    private void answerAll() {
        while (answered < session.asked.size()) {
            if (session.sent.get(answered) instanceof ReqContractDetails wanted) {
                session.asked.get(answered).complete(answer(wanted.contract().conId()));
            }
            answered++;
        }
    }

    private RequestOutcome answer(int id) {
        return Optional.ofNullable(broker.get(id))
                .<RequestOutcome>map(details -> new RequestOutcome.Answered(List.of(details)))
                .orElseGet(() -> new RequestOutcome.BrokerError(200, "No security definition"));
    }

    private void flushed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            process.publisher.flushNow();
            return process.publisher.isIdle();
        });
    }

    private List<ContractChange> changes() {
        return process.store.changes(today());
    }

    private LocalDate today() {
        return clock.instant().atZone(RefreshTimes.NEW_YORK).toLocalDate();
    }
}
