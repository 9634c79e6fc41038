package com.quanticity.ibkr.adapter.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestDetails;
import com.quanticity.ibkr.adapter.contract.ContractInquiry;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotRunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 18);
    private static final List<GatewayEvent> TICKS = List.of(
            new TickEvent.MarketDataTypeNotice(1, 3),
            new TickEvent.TickPrice(1, TickType.DELAYED_BID.code(), 1234, 2, 7, 0, 0),
            new TickEvent.TickPrice(
                    1, TickType.DELAYED_ASK.code(), TickEvent.TickPrice.ABSENT, 0, TickEvent.TickPrice.ABSENT, 0, 0),
            new TickEvent.TickOptionComputation(
                    1,
                    TickType.DELAYED_MODEL_OPTION.code(),
                    1,
                    0.18,
                    -1.0,
                    new BigDecimal("12.3"),
                    null,
                    0.01,
                    Double.NaN,
                    -0.2,
                    new BigDecimal("500.1")));

    private final FakeSession session = new FakeSession();
    private final MovableClock clock = new MovableClock();
    private final Semaphore lines = new Semaphore(2);
    private final SnapshotJob job = new SnapshotJob(
            "1", "SPY", new SnapshotRequest(null, null, null, null, null, null), null, 9, clock.instant());
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    @BeforeEach
    void begin() {
        OptionSeries series = new OptionSeries(
                "SMART",
                "SPY",
                new BigDecimal("100"),
                List.of(DAY),
                List.of(new BigDecimal("500"), new BigDecimal("501")));
        SnapshotRun run = new SnapshotRun(
                session,
                new ContractInquiry(session, clock),
                lines,
                Duration.ZERO,
                clock,
                job,
                new OptionChain(TestContracts.SPY, List.of(series), clock.instant()),
                List.of(series),
                new ChainFilter("SMART", null, null, null, OptionRight.CALL, null, 0));
        thread = Thread.ofVirtual().start(() -> {
            try {
                run.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        awaitAsked(1);
    }

    @AfterEach
    void end() {
        thread.interrupt();
    }

    @Test
    void picturesWhatExistsAndKeepsAbsentAbsent() {
        answerDetails("SPY   261218C00500000", "SPY   261218P00500000", "SPY   261218C00777000");
        awaitAsked(2);
        answer(1, new RequestOutcome.Answered(TICKS));

        SnapshotJob.View view = awaitEnd();

        assertThat(view.state()).isEqualTo(SnapshotJob.State.COMPLETE);
        assertThat(view.wanted()).isEqualTo(1);
        OptionPicture picture = view.options().getFirst();
        assertThat(picture.localSymbol()).isEqualTo("SPY   261218C00500000");
        assertThat(picture.dataType()).isEqualTo(MarketDataType.DELAYED);
        assertThat(picture.bid()).isEqualByComparingTo("12.34");
        assertThat(picture.bidSize()).isEqualByComparingTo("7");
        assertThat(picture.ask()).isNull();
        assertThat(picture.atBid()).isNull();
        assertThat(picture.model())
                .isEqualTo(new Greeks(
                        0.18, -1.0, 0.01, null, -0.2, new BigDecimal("12.3"), null, new BigDecimal("500.1")));
        assertThat(lines.availablePermits()).isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingAndWhy() {
        answerDetails("SPY   261218C00500000", "SPY   261218C00501000");
        awaitAsked(3);
        answer(1, new RequestOutcome.Answered(TICKS));
        answer(2, new RequestOutcome.BrokerError(354, "not subscribed"));

        SnapshotJob.View view = awaitEnd();

        assertThat(view.state()).isEqualTo(SnapshotJob.State.PARTIAL);
        assertThat(view.missing()).containsExactly(new MissingOptions("SPY   261218C00501000", "354 not subscribed"));
    }

    @Test
    void holdsNoMoreLinesThanItMayAndAsksNothingAfterALoss() {
        answerDetails("SPY   261218C00500000", "SPY   261218C00501000", "SPYX  261218C00501000");
        awaitAsked(3);
        assertThat(lines.availablePermits()).isZero();
        answer(1, new RequestOutcome.ConnectionLost("cut"));
        answer(2, new RequestOutcome.ConnectionLost("cut"));

        SnapshotJob.View view = awaitEnd();

        assertThat(view.state()).isEqualTo(SnapshotJob.State.FAILED);
        assertThat(view.missing())
                .hasSize(3)
                .allSatisfy(missing -> assertThat(missing.why()).contains("cut"));
    }

    @Test
    void triesAgainWhenNoLineIsFree() {
        answerDetails("SPY   261218C00500000");
        awaitAsked(2);
        answer(1, new RequestOutcome.BrokerError(101, "max tickers"));
        awaitAsked(3);
        answer(2, new RequestOutcome.Answered(TICKS));

        assertThat(awaitEnd().state()).isEqualTo(SnapshotJob.State.COMPLETE);
    }

    @Test
    void namesADayThatTheBrokerListsWithoutOptions() {
        answer(0, new RequestOutcome.BrokerError(200, "No security definition"));

        SnapshotJob.View view = awaitEnd();

        assertThat(view.state()).isEqualTo(SnapshotJob.State.FAILED);
        assertThat(view.missing().getFirst().what()).isEqualTo("OPT:SPY 2026-12-18 SPY");
        assertThat(session.sent(ReqMktData.class)).isEmpty();
    }

    private void answerDetails(String... symbols) {
        List<GatewayEvent> details = IntStream.range(0, symbols.length)
                .<GatewayEvent>mapToObj(i -> TestDetails.option(100 + i, "SPY", symbols[i]))
                .toList();
        answer(0, new RequestOutcome.Answered(details));
    }

    private void answer(int question, RequestOutcome outcome) {
        session.asked.get(question).complete(outcome);
    }

    private void awaitAsked(int questions) {
        await().until(() -> session.asked.size() == questions);
    }

    private SnapshotJob.View awaitEnd() {
        await().until(() -> !job.isRunning());
        return job.view();
    }
}
