package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.adapter.historical.job.HistoryJob;
import com.quanticity.ibkr.adapter.historical.job.HistoryJob.Kind;
import com.quanticity.ibkr.adapter.historical.job.JobStore;
import com.quanticity.ibkr.adapter.historical.job.Piece;
import com.quanticity.ibkr.adapter.historical.job.StoredJob;
import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.BarPlan;
import com.quanticity.ibkr.adapter.historical.plan.TickPlan;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes downloads of wishes and stores them. Thread-safe; blocks on the database. */
final class JobMaker {

    private final JobStore store;
    private final HistoricalProperties properties;
    private final Clock clock;
    private final Ulid ids;

    JobMaker(JobStore store, HistoricalProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** The contract of a download. */
    record Target(int contractId, String symbol, String securityType, String exchange) {}

    /**
     * What is wanted.
     *
     * @param length null for ticks
     */
    record Wish(
            Target target,
            TimeRange range,
            @Nullable BarLength length,
            String whatToShow,
            boolean regularHours,
            boolean urgent) {}

    /** What came of a wish. */
    sealed interface Made {

        record Created(HistoryJob job) implements Made {}

        /** The same was wanted under this key before. */
        record Repeated(StoredJob job) implements Made {}

        /** Something else was wanted under this key before. */
        record KeyTaken(StoredJob job) implements Made {}

        /** Nothing of the range is over yet. */
        record NothingYet() implements Made {}

        record TooLong(int pieces, int most) implements Made {}
    }

    Made make(Wish wish, @Nullable String idempotencyKey) {
        Instant now = clock.instant();
        BarLength length = wish.length();
        List<TimeRange> whole =
                length == null ? TickPlan.whole(wish.range(), now) : BarPlan.whole(wish.range(), length, now);
        if (whole.isEmpty()) {
            return new Made.NothingYet();
        }
        TimeRange range = whole.getFirst();
        List<TimeRange> ranges = length == null ? TickPlan.pieces(range) : BarPlan.pieces(range, length);
        if (ranges.size() > properties.mostPieces()) {
            return new Made.TooLong(ranges.size(), properties.mostPieces());
        }
        HistoryJob job = job(wish, idempotencyKey, range, now);
        if (store.create(job, pieces(ranges))) {
            return new Made.Created(job);
        }
        StoredJob before = store.findByKey(String.valueOf(idempotencyKey)).orElseThrow();
        return before.job().hasTermsOf(job) ? new Made.Repeated(before) : new Made.KeyTaken(before);
    }

    private HistoryJob job(Wish wish, @Nullable String idempotencyKey, TimeRange range, Instant now) {
        return new HistoryJob(
                ids.next(),
                idempotencyKey,
                wish.length() == null ? Kind.TICKS : Kind.BARS,
                wish.target().contractId(),
                wish.target().symbol(),
                wish.target().securityType(),
                wish.target().exchange(),
                range,
                wish.length(),
                wish.whatToShow(),
                wish.regularHours(),
                wish.urgent(),
                now);
    }

    private static List<Piece> pieces(List<TimeRange> ranges) {
        List<Piece> pieces = new ArrayList<>();
        for (TimeRange range : ranges) {
            pieces.add(Piece.open(pieces.size(), range));
        }
        return pieces;
    }
}
