package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.stream.GroupLag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far the history is behind, as a detail: it is always UP, as nobody is helped by a restart when the database is away. */
final class HistoryHealth implements HealthIndicator {

    private final HistoryWatch watch;

    HistoryHealth(HistoryWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        watch.standings().forEach((stream, standing) -> health.withDetail(stream, details(standing)));
        return health.build();
    }

    private static Map<String, Object> details(HistoryWatch.Standing standing) {
        HistoryProgress.Moment progress = standing.progress();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", progress.failingSince() == null ? "STORING" : "STOPPED");
        details.put("rows", progress.rows());
        put(details, "storedAt", progress.storedAt());
        GroupLag lag = standing.lag();
        details.put("entriesBehind", lag == null ? "unknown" : lag.entries() + lag.unfinished());
        details.put("secondsBehind", lag == null ? "unknown" : lag.behind().toMillis() / 1000.0);
        put(details, "failingSince", progress.failingSince());
        if (!progress.failure().isEmpty()) {
            details.put("failure", progress.failure());
        }
        details.put("missing", progress.missing());
        details.put("lost", progress.lost());
        return details;
    }

    private static void put(Map<String, Object> details, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
