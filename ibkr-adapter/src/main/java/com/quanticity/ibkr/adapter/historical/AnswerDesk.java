package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.historical.JobRun.Pause;
import com.quanticity.ibkr.adapter.historical.ask.Answer;
import com.quanticity.ibkr.adapter.historical.ask.Question;
import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStatus;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.plan.OpenTimes;
import com.quanticity.ibkr.adapter.historical.plan.TickPlan;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.adapter.historical.store.BarSeries;
import com.quanticity.ibkr.adapter.historical.store.BarTable;
import com.quanticity.ibkr.adapter.historical.store.HistoricalBar;
import com.quanticity.ibkr.adapter.historical.store.HistoricalTick;
import com.quanticity.ibkr.adapter.historical.store.TickSeries;
import com.quanticity.ibkr.adapter.historical.store.TickTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer does to its download. Nothing in memory changes before it is stored. Downloads' thread only. */
final class AnswerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);
    private static final int MOST_FAILURES = 8;
    /** As long as the session holds its history lane after such a complaint. */
    private static final Duration TOO_FAST = Duration.ofSeconds(15);

    /** An identical query may not come sooner. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LOST_PAUSE = Duration.ofSeconds(1);

    private final JobStore store;
    private final BarTable bars;
    private final TickTable ticks;
    private final Downloads downloads;
    private final Consumer<JobRun> onEnd;
    private final MeterRegistry meters;
    private final Clock clock;

    /** @param onEnd told of each download that has become final, before it is forgotten */
    AnswerDesk(
            JobStore store,
            BarTable bars,
            TickTable ticks,
            Downloads downloads,
            Consumer<JobRun> onEnd,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.bars = bars;
        this.ticks = ticks;
        this.downloads = downloads;
        this.onEnd = onEnd;
        this.meters = meters;
        this.clock = clock;
    }

    void onAnswer(JobRun run, Question question, Answer answer) {
        meters.counter(
                        AdapterMeter.HISTORY_QUERIES.meterName(),
                        "outcome",
                        answer.getClass().getSimpleName())
                .increment();
        switch (answer) {
            case Answer.Bars(List<HistoricalBar> all) -> onBars(run, ((Question.Bars) question).piece(), all);
            case Answer.Ticks(List<HistoricalTick> all) -> onTicks(run, ((Question.Ticks) question).piece(), all);
            case Answer.FirstData(Instant at) -> onFirstData(run, at);
            case Answer.Hours(OpenTimes times) -> onHours(run, times);
            case Answer.NoData(String text) -> onNoData(run, question, text);
            case Answer.TooFast(String text) ->
                pause(run, new Pause(clock.instant().plus(TOO_FAST), true, text));
            case Answer.Later(String text) -> onLater(run, question, text);
            case Answer.Lost(String text) ->
                pause(run, new Pause(clock.instant().plus(LOST_PAUSE), false, text));
            case Answer.Refused(String text) -> onRefused(run, question, text);
        }
    }

    /** Puts a download into a state; a final one is forgotten here. */
    void enter(JobRun run, JobState state, String reason) {
        save(run, run.status().with(state, reason, clock.instant()), List.of(), () -> {});
    }

    private void onBars(JobRun run, Piece piece, List<HistoricalBar> all) {
        HistoryJob job = run.job();
        Instant over = clock.instant().minus(job.barLength().length());
        List<HistoricalBar> wanted = all.stream()
                .filter(bar -> piece.range().contains(bar.start()))
                .filter(bar -> !job.barLength().isIntraday() || !bar.start().isAfter(over))
                .toList();
        Piece done = piece.complete(wanted.size());
        BarSeries series = series(job);
        advance(run, done, wanted.size(), () -> {
            if (!wanted.isEmpty()) {
                bars.store(series, wanted);
            }
        });
    }

    static BarSeries series(HistoryJob job) {
        return new BarSeries(job.contractId(), job.barLength().code(), job.whatToShow(), job.regularHours());
    }

    private void onTicks(JobRun run, Piece piece, List<HistoricalTick> all) {
        HistoryJob job = run.job();
        TickPlan.Page<HistoricalTick> page = TickPlan.page(all, HistoricalTick::at, TickPlan.MOST_TICKS, piece.left());
        Instant next = page.next();
        int rows = page.ticks().size();
        advance(run, next == null ? piece.complete(rows) : piece.page(rows, next), rows, () -> {
            if (rows > 0) {
                ticks.store(new TickSeries(job.contractId(), job.whatToShow()), page.ticks());
            }
        });
    }

    private void onNoData(JobRun run, Question question, String text) {
        switch (question) {
            case Question.Bars(HistoryJob _, Piece piece) -> advance(run, piece.withoutData(text), 0, () -> {});
            case Question.Ticks(HistoryJob _, Piece piece) -> advance(run, piece.withoutData(text), 0, () -> {});
            case Question.FirstData _ -> skipFirstData(run, text);
            case Question.Hours _ -> skipHours(run, text);
        }
    }

    /** Stores what a piece's answer brought, and the end of the download when it was the last. */
    private void advance(JobRun run, Piece piece, int rows, Runnable storing) {
        List<Piece> pieces = new ArrayList<>(run.pieces());
        pieces.set(piece.number(), piece);
        JobStatus status = ended(run.status().withRequest(), pieces);
        save(run, status, List.of(piece), storing);
        run.answered(clock.instant());
        meters.counter(
                        AdapterMeter.HISTORY_ROWS.meterName(),
                        "kind",
                        run.job().kind().name())
                .increment(rows);
    }

    private JobStatus ended(JobStatus status, List<Piece> pieces) {
        if (pieces.stream().anyMatch(piece -> piece.state() == Piece.State.OPEN)) {
            return status;
        }
        boolean isMissing = pieces.stream().anyMatch(piece -> piece.state() == Piece.State.NO_DATA);
        return status.with(
                isMissing ? JobState.PARTLY : JobState.DONE,
                isMissing ? "the broker has nothing for some intervals" : "",
                clock.instant());
    }

    private void onFirstData(JobRun run, Instant at) {
        List<Piece> changed = run.pieces().stream()
                .filter(piece -> piece.state() == Piece.State.OPEN)
                .filter(piece -> !piece.range().to().isAfter(at))
                .map(piece -> piece.closed("before the first data of " + at))
                .toList();
        surveyed(run, run.status().withRequest(), changed);
        run.onFirstData();
    }

    private void onHours(JobRun run, OpenTimes times) {
        boolean isIntraday = run.job().length() == null || run.job().barLength().isIntraday();
        List<Piece> changed = new ArrayList<>();
        for (Piece piece : run.pieces()) {
            if (isIntraday && piece.state() == Piece.State.OPEN) {
                Optional<TimeRange> open = times.openPart(piece.left());
                if (open.isEmpty()) {
                    changed.add(piece.closed("the market was closed"));
                } else if (run.job().kind() == HistoryJob.Kind.TICKS && piece.stored() == 0) {
                    changed.add(piece.narrowed(open.get()));
                }
            }
        }
        surveyed(run, run.status().withRequest().withSurvey(), changed);
    }

    private void surveyed(JobRun run, JobStatus status, List<Piece> changed) {
        List<Piece> pieces = new ArrayList<>(run.pieces());
        changed.forEach(piece -> pieces.set(piece.number(), piece));
        save(run, ended(status, pieces), changed, () -> {});
        run.answered(clock.instant());
    }

    private void skipFirstData(JobRun run, String why) {
        LOG.info(
                "download goes on without the time of its first data jobId={} cause={}",
                run.job().id(),
                why);
        run.answered(clock.instant());
        run.onFirstData();
    }

    private void skipHours(JobRun run, String why) {
        LOG.info(
                "download goes on without trading hours jobId={} cause={}",
                run.job().id(),
                why);
        surveyed(run, run.status().withSurvey(), List.of());
    }

    private void onRefused(JobRun run, Question question, String text) {
        switch (question) {
            case Question.FirstData _ -> skipFirstData(run, text);
            case Question.Hours _ -> skipHours(run, text);
            case Question.Bars _, Question.Ticks _ -> {
                run.landed();
                enter(run, JobState.FAILED, text);
            }
        }
    }

    private void onLater(JobRun run, Question question, String text) {
        int failures = run.failed();
        if (failures >= MOST_FAILURES) {
            onRefused(run, question, text + "; given up after " + failures + " attempts");
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (failures - 1));
        pause(
                run,
                new Pause(
                        clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause), false, text));
    }

    private void pause(JobRun run, Pause pause) {
        LOG.info(
                "download waits jobId={} symbol={} until={} cause={}",
                run.job().id(),
                run.job().symbol(),
                pause.until(),
                pause.reason());
        run.landed();
        run.pause(pause);
    }

    private void save(JobRun run, JobStatus status, List<Piece> changed, Runnable storing) {
        JobState before = run.status().state();
        store.save(run.job(), status, changed, storing);
        run.stored(status, changed);
        if (status.state() != before) {
            LOG.info(
                    "download {} jobId={} symbol={} contractId={} rows={} reason={}",
                    status.state(),
                    run.job().id(),
                    run.job().symbol(),
                    run.job().contractId(),
                    run.totals().stored(),
                    status.reason());
        }
        if (status.state().isFinal()) {
            downloads.remove(run.job().id());
            onEnd.accept(run);
        }
    }
}
