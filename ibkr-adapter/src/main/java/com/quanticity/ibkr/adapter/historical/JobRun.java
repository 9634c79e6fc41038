package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.ask.Question;
import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStatus;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.job.Totals;
import com.quanticity.ibkr.adapter.historical.plan.FinishTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A download that is not final, and what it is doing now. Downloads' thread only. */
final class JobRun {

    /** So many pieces are asked for without asking for trading hours and first data before. */
    private static final int SMALL = 2;

    private static final Duration USUAL_ANSWER_TIME = Duration.ofSeconds(2);

    private final HistoryJob job;
    private final List<Piece> pieces;
    private JobStatus status;
    private boolean knowsFirstData;
    private Totals totals;
    private @Nullable Flight flight;
    private int failures;
    private @Nullable Pause pause;
    private Duration answerTime = USUAL_ANSWER_TIME;

    JobRun(HistoryJob job, JobStatus status, List<Piece> pieces) {
        this.job = job;
        this.status = status;
        this.pieces = new ArrayList<>(pieces);
        this.totals = Totals.of(pieces);
        this.knowsFirstData = job.urgent();
    }

    /**
     * A question under way.
     *
     * @param leftAt when it was seen to have left its lane, null while it waits there
     */
    record Flight(
            int reqId,
            Question question,
            Instant askedAt,
            @Nullable Instant leftAt) {}

    /** Why nothing is asked before a time. */
    record Pause(Instant until, boolean isPacing, String reason) {}

    HistoryJob job() {
        return job;
    }

    JobStatus status() {
        return status;
    }

    Totals totals() {
        return totals;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    @Nullable Flight flight() {
        return flight;
    }

    @Nullable Pause pause() {
        return pause;
    }

    boolean mayAsk(Instant now) {
        return flight == null
                && status.state() != JobState.PAUSED
                && (pause == null || !now.isBefore(pause.until()))
                && totals.open() > 0;
    }

    Question next() {
        if (!status.surveyed() && totals.open() > SMALL) {
            return knowsFirstData ? new Question.Hours(job) : new Question.FirstData(job);
        }
        Piece piece = firstOpen().orElseThrow();
        return job.kind() == HistoryJob.Kind.BARS ? new Question.Bars(job, piece) : new Question.Ticks(job, piece);
    }

    private Optional<Piece> firstOpen() {
        return pieces.stream()
                .filter(piece -> piece.state() == Piece.State.OPEN)
                .findFirst();
    }

    void asked(int reqId, Question question, Instant now) {
        flight = new Flight(reqId, question, now, null);
        pause = null;
    }

    void left(Instant now) {
        Flight present = flight;
        if (present != null && present.leftAt() == null) {
            flight = new Flight(present.reqId(), present.question(), present.askedAt(), now);
        }
    }

    boolean isUnderWay(int reqId) {
        return flight != null && flight.reqId() == reqId;
    }

    /** The question has ended, one way or another. */
    void landed() {
        flight = null;
    }

    /** The question was answered; a quarter of the new time goes into the mean. */
    void answered(Instant now) {
        Flight present = flight;
        if (present != null) {
            Instant since = present.leftAt() == null ? present.askedAt() : present.leftAt();
            answerTime = answerTime
                    .multipliedBy(3)
                    .plus(Duration.between(since, now))
                    .dividedBy(4);
        }
        flight = null;
        failures = 0;
        pause = null;
    }

    int failed() {
        return ++failures;
    }

    void pause(Pause why) {
        pause = why;
    }

    void onFirstData() {
        knowsFirstData = true;
    }

    /** Takes over what has been stored. */
    void stored(JobStatus newStatus, List<Piece> changed) {
        status = newStatus;
        if (!changed.isEmpty()) {
            changed.forEach(piece -> pieces.set(piece.number(), piece));
            totals = Totals.of(pieces);
        }
    }

    /** Queries still needed; null for ticks before the first page, because nobody knows how many there are. */
    @Nullable Long requestsLeft() {
        if (totals.open() == 0) {
            return 0L;
        }
        if (job.kind() == HistoryJob.Kind.BARS) {
            return (long) totals.open();
        }
        int pages = pieces.stream().mapToInt(Piece::requests).sum();
        long covered = totals.covered().toSeconds();
        if (pages == 0 || covered == 0) {
            return null;
        }
        long left = totals.wanted().toSeconds() - covered;
        return Math.max(1, left * pages / covered);
    }

    FinishTime.Load load() {
        Long left = requestsLeft();
        return new FinishTime.Load(
                status.state() == JobState.PAUSED ? 0 : left == null ? 1 : left,
                job.weight(),
                job.urgent(),
                answerTime);
    }
}
