package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.JobStatus;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.model.market.HistoryProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A download as pages see it. For {@code state} to {@code finishAt} see {@link HistoryProgress}.
 *
 * @param kind BARS or TICKS
 * @param barSize null for ticks
 * @param urgent true for gaps of live data, which go first
 * @param startedAt when its first query left, null before
 * @param finishedAt null until it has ended
 * @param missing intervals for which the broker has nothing, at most 100, in time order
 */
record JobView(
        String jobId,
        HistoryJob.Kind kind,
        String symbol,
        int contractId,
        Instant from,
        Instant to,
        @Nullable String barSize,
        String whatToShow,
        boolean useRTH,
        boolean urgent,
        HistoryProgress.State state,
        String reason,
        @Nullable Instant until,
        int percent,
        long rows,
        int requestsDone,
        @Nullable Long requestsLeft,
        @Nullable Instant finishAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<TimeRange> missing) {

    private static final int MOST_MISSING = 100;

    static JobView of(HistoryJob job, JobStatus status, HistoryProgress progress, List<TimeRange> missing) {
        return new JobView(
                job.id(),
                job.kind(),
                job.symbol(),
                job.contractId(),
                job.range().from(),
                job.range().to(),
                job.length() == null ? null : job.length().code(),
                job.whatToShow(),
                job.regularHours(),
                job.urgent(),
                progress.state(),
                progress.reason(),
                progress.until(),
                progress.percent(),
                progress.rows(),
                progress.requestsDone(),
                progress.requestsLeft(),
                progress.finishAt(),
                job.createdAt(),
                status.startedAt(),
                status.finishedAt(),
                missing.stream().limit(MOST_MISSING).toList());
    }
}
