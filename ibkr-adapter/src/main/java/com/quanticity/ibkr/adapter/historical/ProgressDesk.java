package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.JobRun.Flight;
import com.quanticity.ibkr.adapter.historical.JobRun.Pause;
import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStatus;
import com.quanticity.ibkr.adapter.historical.job.Totals;
import com.quanticity.ibkr.adapter.historical.plan.FinishTime;
import com.quanticity.ibkr.gateway.session.HistoryLine;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.HistoryProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says how far each download is. Told on the downloads' thread, read on any. */
final class ProgressDesk {

    /** A shorter wait is not worth a state of its own. */
    private static final Duration NOTABLE = Duration.ofMillis(500);

    private final Map<String, HistoryProgress> current = new ConcurrentHashMap<>();
    private final Consumer<HistoryProgress> listener;

    /** @param listener told of everything that changes, often; must not block */
    ProgressDesk(Consumer<HistoryProgress> listener) {
        this.listener = listener;
    }

    /** The downloads that are not final; newest word about one. */
    Optional<HistoryProgress> find(String id) {
        return Optional.ofNullable(current.get(id));
    }

    /** @param obstacle why nothing can be asked, empty when it can */
    void tell(List<JobRun> runs, String obstacle, HistoryLine line, Instant now) {
        List<FinishTime.Load> loads = runs.stream().map(JobRun::load).toList();
        for (int i = 0; i < runs.size(); i++) {
            JobRun run = runs.get(i);
            Condition condition = condition(run, obstacle, line, now);
            tell(progress(run, condition, finish(run, condition, loads, i, line, now), now));
        }
    }

    /** A download that has become final. */
    void ended(JobRun run, Instant now) {
        HistoryProgress last = of(run.job(), run.status(), run.totals(), now);
        current.remove(run.job().id());
        listener.accept(last);
    }

    /** A stored download that is final, or of which nothing has been heard yet. */
    static HistoryProgress of(HistoryJob job, JobStatus status, Totals totals, Instant now) {
        return progress(
                job,
                status,
                totals,
                new Condition(State.valueOf(status.state().name()), status.reason(), null),
                status.state().isFinal() ? 0L : null,
                status.finishedAt(),
                now);
    }

    private void tell(HistoryProgress progress) {
        HistoryProgress before = current.put(progress.jobId(), progress);
        if (before == null || !isSame(before, progress)) {
            listener.accept(progress);
        }
    }

    private static boolean isSame(HistoryProgress before, HistoryProgress now) {
        return before.state() == now.state()
                && before.reason().equals(now.reason())
                && before.rows() == now.rows()
                && before.percent() == now.percent()
                && before.requestsDone() == now.requestsDone();
    }

    /** @param until when it goes on, null when unknown or not waiting */
    private record Condition(
            State state, String reason, @Nullable Instant until) {}

    private static Condition condition(JobRun run, String obstacle, HistoryLine line, Instant now) {
        State stored = State.valueOf(run.status().state().name());
        if (run.status().state() == JobState.PAUSED) {
            return new Condition(stored, run.status().reason(), null);
        }
        if (!obstacle.isEmpty()) {
            return new Condition(State.WAITING_GATEWAY, obstacle, null);
        }
        Pause pause = run.pause();
        if (pause != null && now.isBefore(pause.until())) {
            return new Condition(
                    pause.isPacing() ? State.WAITING_PACING : State.WAITING_GATEWAY, pause.reason(), pause.until());
        }
        if (!isAtTheGateway(run.flight()) && line.waiting() > 0 && line.next().compareTo(NOTABLE) > 0) {
            return new Condition(State.WAITING_PACING, "the limits on queries for the past", now.plus(line.next()));
        }
        return new Condition(stored, "", null);
    }

    private static boolean isAtTheGateway(@Nullable Flight flight) {
        return flight != null && flight.leftAt() != null;
    }

    private static @Nullable Instant finish(
            JobRun run, Condition condition, List<FinishTime.Load> loads, int index, HistoryLine line, Instant now) {
        boolean isKnown = condition.state() != State.PAUSED
                && run.requestsLeft() != null
                && line.spacing().isPositive()
                && (condition.state() != State.WAITING_GATEWAY || condition.until() != null);
        if (!isKnown) {
            return null;
        }
        List<FinishTime.Load> others = new java.util.ArrayList<>(loads);
        FinishTime.Load own = others.remove(index);
        Instant start = condition.until() == null ? now : condition.until();
        return start.plus(FinishTime.left(own, others, line.spacing()));
    }

    private static HistoryProgress progress(JobRun run, Condition condition, @Nullable Instant finishAt, Instant now) {
        return progress(run.job(), run.status(), run.totals(), condition, run.requestsLeft(), finishAt, now);
    }

    private static HistoryProgress progress(
            HistoryJob job,
            JobStatus status,
            Totals totals,
            Condition condition,
            @Nullable Long requestsLeft,
            @Nullable Instant finishAt,
            Instant now) {
        return new HistoryProgress(
                job.id(),
                job.symbol(),
                ContractId.of(job.contractId()),
                (job.length() == null ? "ticks" : job.length().code()) + ' ' + job.whatToShow(),
                job.range().from(),
                job.range().to(),
                condition.state(),
                condition.reason(),
                condition.until(),
                totals.percent(),
                totals.stored(),
                status.requestsDone(),
                requestsLeft,
                finishAt,
                now);
    }
}
