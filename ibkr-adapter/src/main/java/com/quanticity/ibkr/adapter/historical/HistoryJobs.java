package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.JobMaker.Made;
import com.quanticity.ibkr.adapter.historical.JobMaker.Wish;
import com.quanticity.ibkr.adapter.historical.job.JobState;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import com.quanticity.ibkr.adapter.historical.job.Totals;
import com.quanticity.ibkr.model.market.HistoryProgress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Downloads as requests see them. Thread-safe; blocks on the database. */
final class HistoryJobs {

    private static final long PATIENCE_SECONDS = 10;

    private final JobMaker maker;
    private final JobStore store;
    private final DownloadDesk desk;
    private final ProgressDesk progress;
    private final Clock clock;

    HistoryJobs(JobMaker maker, JobStore store, DownloadDesk desk, ProgressDesk progress, Clock clock) {
        this.maker = maker;
        this.store = store;
        this.desk = desk;
        this.progress = progress;
        this.clock = clock;
    }

    Made make(Wish wish, String idempotencyKey) {
        Made made = maker.make(wish, idempotencyKey);
        if (made instanceof Made.Created created) {
            desk.onCreated(created.job().id());
        }
        return made;
    }

    List<JobView> newest(int limit) {
        return store.newest(limit).stream().map(this::view).toList();
    }

    Optional<JobView> find(String id) {
        return store.find(id).map(this::view);
    }

    /**
     * Holds, resumes or cancels a download.
     *
     * @return false when it has ended or does not exist
     */
    boolean change(String id, JobState wanted, String reason) {
        return desk.call(() -> desk.change(id, wanted, reason).isPresent())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private JobView view(StoredJob stored) {
        Totals totals = Totals.of(store.pieces(stored.job().id()));
        HistoryProgress now = progress.find(stored.job().id())
                .filter(_ -> !stored.status().state().isFinal())
                .orElseGet(() -> ProgressDesk.of(stored.job(), stored.status(), totals, clock.instant()));
        return JobView.of(stored.job(), stored.status(), now, totals.missing());
    }
}
