package com.quanticity.ibkr.adapter.historical;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStatus;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.BarPlan;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.gateway.session.HistoryLine;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.HistoryProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressDeskTest {

    private static final Instant NOW = Instant.parse("2026-02-27T20:00:00Z");
    private static final TimeRange RANGE = new TimeRange(NOW.minus(Duration.ofHours(6)), NOW);
    private static final HistoryLine FREE = new HistoryLine(0, Duration.ZERO, Duration.ofSeconds(10));

    private final List<HistoryProgress> told = new ArrayList<>();
    private final ProgressDesk desk = new ProgressDesk(told::add);
    private final Downloads downloads = new Downloads();

    @Test
    void estimatesTheEndFromThePacingRules() {
        JobRun run = run("01", JobState.RUNNING, false);

        assertThat(tell(run, "", FREE).finishAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void saysUntilWhenTheLimitsHold() {
        HistoryLine full = new HistoryLine(1, Duration.ofSeconds(42), Duration.ofSeconds(10));

        HistoryProgress progress = tell(run("01", JobState.RUNNING, false), "", full);

        assertThat(progress.state()).isEqualTo(State.WAITING_PACING);
        assertThat(progress.until()).isEqualTo(NOW.plusSeconds(42));
        assertThat(progress.finishAt()).isEqualTo(NOW.plusSeconds(102));
    }

    @Test
    void doesNotGuessTheEndWhileTheGatewayIsAway() {
        HistoryProgress progress = tell(run("01", JobState.RUNNING, false), "the session is DISCONNECTED", FREE);

        assertThat(progress.state()).isEqualTo(State.WAITING_GATEWAY);
        assertThat(progress.reason()).contains("DISCONNECTED");
        assertThat(progress.finishAt()).isNull();
    }

    @Test
    void aPausedOneStaysPausedWhateverHappens() {
        assertThat(tell(run("01", JobState.PAUSED, false), "the session is DISCONNECTED", FREE)
                        .state())
                .isEqualTo(State.PAUSED);
    }

    @Test
    void tellsOnlyWhatChanged() {
        JobRun run = run("01", JobState.RUNNING, false);
        tell(run, "", FREE);
        tell(run, "", FREE);
        run.stored(run.status().withRequest(), List.of(run.pieces().getFirst().complete(720)));
        tell(run, "", FREE);

        assertThat(told).hasSize(2);
        assertThat(told.getLast().rows()).isEqualTo(720);
        assertThat(told.getLast().percent()).isEqualTo(16);
        assertThat(told.getLast().requestsLeft()).isEqualTo(5);
    }

    @Test
    void takesTurnsAndLetsGapsGoFirst() {
        run("01", JobState.RUNNING, false);
        run("02", JobState.RUNNING, false);
        run("03", JobState.RUNNING, true);

        List<@Nullable String> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            turns.add(turn());
        }
        downloads.remove("03");
        for (int i = 0; i < 3; i++) {
            turns.add(turn());
        }

        assertThat(turns).containsExactly("03", "03", "03", "01", "02", "01");
    }

    private @Nullable String turn() {
        return downloads.takeTurn(NOW).map(run -> run.job().id()).orElse(null);
    }

    private HistoryProgress tell(JobRun run, String obstacle, HistoryLine line) {
        desk.tell(List.of(run), obstacle, line, NOW);
        return desk.find(run.job().id()).orElseThrow();
    }

    private JobRun run(String id, JobState state, boolean urgent) {
        HistoryJob job = new HistoryJob(
                id,
                null,
                HistoryJob.Kind.BARS,
                756733,
                "SPY",
                "STK",
                "SMART",
                RANGE,
                BarLength.SECONDS_5,
                "TRADES",
                true,
                urgent,
                NOW);
        List<Piece> pieces = new ArrayList<>();
        for (TimeRange piece : BarPlan.pieces(RANGE, BarLength.SECONDS_5)) {
            pieces.add(Piece.open(pieces.size(), piece));
        }
        downloads.add(new StoredJob(job, new JobStatus(state, "", true, 0, null, null)), pieces);
        return downloads.find(id).orElseThrow();
    }
}
