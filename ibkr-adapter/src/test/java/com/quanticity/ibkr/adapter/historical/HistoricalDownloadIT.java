package com.quanticity.ibkr.adapter.historical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.request.BarSize;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.history.HistoryLimits;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.test.RealPostgres;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Downloads from a simulated gateway over real sockets into a real PostgreSQL. */
class HistoricalDownloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final LocalDate FRIDAY =
            LocalDate.now(Clock.systemUTC()).minusDays(7).with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    private static final GatewaySimulator SIMULATOR = GatewaySimulator.start(SimulatorConfig.defaults()
            .withLimits(SessionLimits.defaults()
                    .withHistory(HistoryLimits.defaults().withPacing(false).withAnswerTime(Duration.ofMillis(60)))));

    private final TestServers servers = new TestServers(Clock.systemUTC());
    private RunningDownloads downloads = new RunningDownloads(servers, SIMULATOR.port());

    @AfterAll
    static void stopGateway() {
        SIMULATOR.close();
    }

    @AfterEach
    void stop() {
        downloads.close();
        servers.close();
    }

    @Test
    void barsAreTheGatewaysThoughTheLinkWasCutTheDatabaseAwayAndTheServiceStartedAnew() throws Exception {
        TimeRange range = new TimeRange(at(FRIDAY.minusDays(14), "00:00"), at(FRIDAY.plusDays(1), "00:00"));
        String id = downloads.want(range, BarLength.MINUTES_1);

        await().atMost(PATIENCE).until(() -> downloads.job(id).status().requestsDone() >= 3);
        SIMULATOR.dropClient(1);
        await().atMost(PATIENCE).until(() -> downloads.job(id).status().requestsDone() >= 5);
        RealPostgres.stop();
        RealPostgres.start();
        await().atMost(PATIENCE).until(() -> downloads.job(id).status().requestsDone() >= 7);

        startAnew();
        await().atMost(PATIENCE).until(() -> downloads.hasEnded(id));

        assertThat(downloads.job(id).status().state()).isEqualTo(JobState.DONE);
        assertThat(downloads.totals(id).percent()).isEqualTo(100);
        assertThat(downloads.bars()).isEqualTo(barsOfOneQuery(range));
        assertThat(downloads.job(id).status().requestsDone())
                .as("first data, hours and one query for each of the 11 days the market was open, none twice")
                .isLessThanOrEqualTo(13);
    }

    @Test
    void ticksAreTheGatewaysThoughTheLinkWasCutAndTheServiceStartedAnew() throws Exception {
        TimeRange range = new TimeRange(at(FRIDAY, "09:30"), at(FRIDAY, "09:50"));
        String id = downloads.want(range, null);

        await().atMost(PATIENCE).until(() -> downloads.job(id).status().requestsDone() >= 1);
        SIMULATOR.dropClient(1);
        await().atMost(PATIENCE)
                .until(() ->
                        downloads.hasEnded(id) || downloads.job(id).status().requestsDone() >= 2);
        startAnew();
        await().atMost(PATIENCE).until(() -> downloads.hasEnded(id));

        assertThat(downloads.job(id).status().state()).isEqualTo(JobState.DONE);
        assertThat(downloads.ticks()).isEqualTo(ticksOfTheGateway(range)).hasSizeGreaterThan(1_000);
    }

    @Test
    void fillsAGapBeforeALongDownloadEnds() throws Exception {
        String id = downloads.want(
                new TimeRange(at(FRIDAY.minusDays(60), "00:00"), at(FRIDAY, "00:00")), BarLength.MINUTES_1);
        Contract spy =
                new Contract(ContractId.of(756733), "SPY", SecurityType.STOCK, "SMART", "ARCA", "USD", "SPY", "SPY");

        CompletableFuture<BarBackfill.Outcome> gap =
                downloads.parts.gaps().fill(spy, at(FRIDAY, "10:00"), at(FRIDAY, "10:01"));
        await().atMost(PATIENCE).until(gap::isDone);

        assertThat(downloads.hasEnded(id)).isFalse();
        assertThat(((BarBackfill.Outcome.Filled) gap.get()).bars())
                .hasSize(12)
                .allSatisfy(bar -> assertThat(bar.symbol()).isEqualTo("SPY"));
    }

    @Test
    void waitsWhileTheHistoryFarmIsBroken() {
        await().atMost(PATIENCE).until(() -> downloads.session.state().isUsable());
        SIMULATOR.faults().announceFarm(FarmNotice.HISTORY_BROKEN, "ushmds");
        await().atMost(PATIENCE).until(() -> !downloads.session.impairments().isEmpty());

        String id = downloads.want(new TimeRange(at(FRIDAY, "10:00"), at(FRIDAY, "11:00")), BarLength.MINUTES_5);
        await().atMost(PATIENCE)
                .until(() -> downloads.parts.progress().find(id).stream()
                        .anyMatch(now -> now.reason().contains("ushmds is broken")));
        SIMULATOR.faults().announceFarm(FarmNotice.HISTORY_OK, "ushmds");

        await().atMost(PATIENCE).until(() -> downloads.hasEnded(id));
        assertThat(downloads.bars()).hasSize(12);
    }

    @Test
    void tellsWhatTheBrokerDoesNotHave() {
        LocalDate saturday = FRIDAY.plusDays(1);
        String id = downloads.want(new TimeRange(at(FRIDAY, "19:00"), at(saturday, "19:00")), BarLength.MINUTES_1);

        await().atMost(PATIENCE).until(() -> downloads.hasEnded(id));

        assertThat(downloads.job(id).status().state()).isEqualTo(JobState.PARTLY);
        assertThat(downloads.totals(id).missing()).isNotEmpty();
        assertThat(downloads.bars()).isEmpty();
    }

    @Test
    void aCancelledDownloadIsCancelledAtTheBrokerAndALateAnswerChangesNothing() {
        FakeSession session = new FakeSession();
        HistoricalParts parts = RunningDownloads.parts(servers, session, Clock.systemUTC());
        parts.desk().start();
        String id = RunningDownloads.want(
                parts, new TimeRange(at(FRIDAY, "10:00"), at(FRIDAY, "11:00")), BarLength.MINUTES_5);
        await().atMost(PATIENCE).until(() -> session.asked.size() == 1);
        int reqId =
                session.sent(HistoryRequest.ReqHistoricalData.class).getFirst().reqId();

        parts.desk()
                .call(() -> parts.desk().change(id, JobState.CANCELLED, "test"))
                .join();
        session.asked.getFirst().complete(new RequestOutcome.BrokerError(162, "API historical data query cancelled"));

        assertThat(session.sent(HistoryRequest.CancelHistoricalData.class))
                .containsExactly(new HistoryRequest.CancelHistoricalData(reqId));
        assertThat(parts.desk()
                        .call(() -> parts.store().find(id))
                        .join()
                        .orElseThrow()
                        .status()
                        .state())
                .isEqualTo(JobState.CANCELLED);
        parts.desk().close();
    }

    @Test
    void asksTheSameAgainWhenTheBrokerSaidTooFastButNotBeforeThePauseIsOver() {
        MovableClock clock = new MovableClock();
        FakeSession session = new FakeSession();
        HistoricalParts parts = RunningDownloads.parts(servers, session, clock);
        parts.desk().start();
        String id = RunningDownloads.want(
                parts,
                new TimeRange(Instant.parse("2026-02-27T15:00:00Z"), Instant.parse("2026-02-27T16:00:00Z")),
                BarLength.SECONDS_5);
        await().atMost(PATIENCE).until(() -> session.asked.size() == 1);

        session.asked
                .getFirst()
                .complete(new RequestOutcome.BrokerError(162, "Historical data request pacing violation"));
        await().atMost(PATIENCE)
                .until(() -> parts.progress().find(id).stream()
                        .anyMatch(now -> now.state() == HistoryProgress.State.WAITING_PACING));
        assertThat(parts.progress().find(id).orElseThrow().until())
                .isEqualTo(clock.instant().plusSeconds(15));
        assertThat(session.asked).hasSize(1);
        clock.advance(Duration.ofSeconds(15));

        await().atMost(PATIENCE).until(() -> session.asked.size() == 2);
        assertThat(session.sent(HistoryRequest.ReqHistoricalData.class))
                .extracting(HistoryRequest.ReqHistoricalData::endDateTime)
                .containsOnly("20260227-16:00:00");
        parts.desk().close();
    }

    private void startAnew() {
        downloads.close();
        downloads = new RunningDownloads(servers, SIMULATOR.port());
    }

    /** One query for everything: no piece, no border. */
    private List<String> barsOfOneQuery(TimeRange range) throws Exception {
        GatewaySession session = downloads.session;
        List<String> rows = new ArrayList<>();
        for (HistoryEvent.Bar bar : ask(new HistoryRequest.ReqHistoricalData(
                        session.nextRequestId(),
                        GatewayContract.ofId(756733, "SMART"),
                        UTC.format(range.to()),
                        "3 W",
                        BarSize.MINUTES_1,
                        WhatToShow.TRADES,
                        true,
                        2,
                        false,
                        List.of()))
                .events(HistoryEvent.HistoricalData.class)
                .getFirst()
                .bars()) {
            Instant start = Instant.ofEpochSecond(Long.parseLong(bar.date()));
            if (range.contains(start)) {
                rows.add(row(
                        start,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.wap(),
                        bar.barCount()));
            }
        }
        return rows;
    }

    /** Page after page by the simulator's promise to complete the last second. */
    private List<String> ticksOfTheGateway(TimeRange range) throws Exception {
        List<String> rows = new ArrayList<>();
        Instant from = range.from();
        Instant second = Instant.MIN;
        int ordinal = 0;
        while (from.isBefore(range.to())) {
            List<HistoryEvent.TickLast> page = ask(new HistoryRequest.ReqHistoricalTicks(
                            downloads.session.nextRequestId(),
                            GatewayContract.ofId(756733, "SMART"),
                            UTC.format(from),
                            "",
                            500,
                            WhatToShow.TRADES,
                            true,
                            false,
                            List.of()))
                    .events(HistoryEvent.HistoricalTicksLast.class)
                    .getFirst()
                    .ticks();
            for (HistoryEvent.TickLast tick : page) {
                ordinal = tick.time().equals(second) ? ordinal + 1 : 0;
                second = tick.time();
                if (range.contains(second)) {
                    String flags = (tick.pastLimit() ? "pastLimit" : "") + (tick.unreported() ? " unreported" : "");
                    rows.add(row(
                            second,
                            ordinal,
                            tick.price(),
                            tick.size(),
                            tick.exchange(),
                            tick.specialConditions(),
                            flags.strip()));
                }
            }
            from = second.plusSeconds(1);
        }
        return rows;
    }

    private RequestOutcome.Answered ask(GatewayRequest request) throws Exception {
        await().atMost(PATIENCE).until(() -> downloads.session.state().isUsable());
        return (RequestOutcome.Answered)
                downloads.session.ask(request, Duration.ofSeconds(30)).get();
    }

    private static String row(Instant start, @Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(java.sql.Timestamp.from(start));
        row.addAll(java.util.Arrays.asList(values));
        return row.toString();
    }

    private static Instant at(LocalDate day, String newYorkTime) {
        return day.atTime(LocalTime.parse(newYorkTime)).atZone(NEW_YORK).toInstant();
    }
}
