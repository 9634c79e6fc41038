package com.quanticity.ibkr.console.history;

import com.quanticity.ibkr.model.market.HistoryProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The newest word about each download, bounded. Thread-safe. */
public final class DownloadBook {

    private static final int KEPT = 200;

    private final Map<String, HistoryProgress> downloads = new TreeMap<>();
    private long version;

    /** A word older than the one there is changes nothing. */
    public synchronized void onProgress(HistoryProgress progress) {
        HistoryProgress before = downloads.get(progress.jobId());
        if (before != null && progress.at().isBefore(before.at())) {
            return;
        }
        downloads.put(progress.jobId(), progress);
        if (downloads.size() > KEPT) {
            forgetOne();
        }
        version++;
    }

    /** Of those that have ended the oldest goes first. */
    private void forgetOne() {
        downloads.values().stream()
                .min(Comparator.comparing((HistoryProgress one) -> !one.state().isFinal())
                        .thenComparing(HistoryProgress::jobId))
                .ifPresent(oldest -> downloads.remove(oldest.jobId()));
    }

    /** Those under way first, then those that ended; newest first within each. */
    public synchronized List<HistoryProgress> newest(int count) {
        List<HistoryProgress> all = new ArrayList<>(downloads.values());
        all.sort(Comparator.comparing((HistoryProgress one) -> one.state().isFinal())
                .thenComparing(HistoryProgress::jobId, Comparator.reverseOrder()));
        return all.subList(0, Math.min(count, all.size()));
    }

    public synchronized int underWay() {
        return (int) downloads.values().stream()
                .filter(one -> !one.state().isFinal())
                .count();
    }

    public synchronized long version() {
        return version;
    }
}
