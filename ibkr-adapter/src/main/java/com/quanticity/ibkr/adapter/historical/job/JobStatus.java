package com.quanticity.ibkr.adapter.historical.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is, as stored.
 *
 * @param reason why it failed or is held, empty when there is nothing to say
 * @param surveyed true when first data and trading hours were asked for, or need not be
 * @param requestsDone queries that were answered
 * @param startedAt when its first query left, null before
 * @param finishedAt null until it is final
 */
public record JobStatus(
        JobState state,
        String reason,
        boolean surveyed,
        int requestsDone,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static final JobStatus QUEUED = new JobStatus(JobState.QUEUED, "", false, 0, null, null);

    public JobStatus with(JobState newState, String newReason, Instant now) {
        return new JobStatus(
                newState,
                newReason,
                surveyed,
                requestsDone,
                startedAt == null && newState == JobState.RUNNING ? now : startedAt,
                newState.isFinal() ? now : null);
    }

    public JobStatus withSurvey() {
        return new JobStatus(state, reason, true, requestsDone, startedAt, finishedAt);
    }

    public JobStatus withRequest() {
        return new JobStatus(state, reason, surveyed, requestsDone + 1, startedAt, finishedAt);
    }
}
