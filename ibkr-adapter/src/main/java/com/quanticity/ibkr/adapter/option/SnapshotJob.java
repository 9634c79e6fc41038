package com.quanticity.ibkr.adapter.option;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One picture of a part of a chain while it is taken, and after. Thread-safe. */
final class SnapshotJob {

    private static final Comparator<OptionPicture> ORDER = Comparator.comparing(
                    OptionPicture::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OptionPicture::tradingClass)
            .thenComparing(OptionPicture::strike, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OptionPicture::right, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Where a job stands. */
    enum State {
        RUNNING,
        /** Everything that was wanted is there. */
        COMPLETE,
        /** A part is missing; {@code missing} says what and why. */
        PARTIAL,
        /** Nothing is there. */
        FAILED,
        CANCELLED
    }

    /**
     * A job as it stands.
     *
     * @param wanted options to be pictured; an upper bound until the broker has said which of them exist
     * @param percent of those, how many are pictured or known to be missing
     * @param underlyingPrice that chose the strikes, null when the request named it or wanted all
     * @param options by expiry, class, strike and right
     * @param finishedAt null while running
     */
    record View(
            String id,
            String underlying,
            State state,
            int wanted,
            int percent,
            @Nullable BigDecimal underlyingPrice,
            List<OptionPicture> options,
            List<MissingOptions> missing,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private final String id;
    private final String underlying;
    private final SnapshotRequest request;
    private final @Nullable BigDecimal underlyingPrice;
    private final Instant startedAt;
    private final List<OptionPicture> options = new ArrayList<>();
    private final List<MissingOptions> missing = new ArrayList<>();
    private State state = State.RUNNING;
    private int wanted;
    private int ended;
    private @Nullable Instant finishedAt;

    SnapshotJob(
            String id,
            String underlying,
            SnapshotRequest request,
            @Nullable BigDecimal underlyingPrice,
            int wanted,
            Instant startedAt) {
        this.id = id;
        this.underlying = underlying;
        this.request = request;
        this.underlyingPrice = underlyingPrice;
        this.wanted = wanted;
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    SnapshotRequest request() {
        return request;
    }

    boolean isFor(String otherUnderlying, SnapshotRequest other) {
        return underlying.equals(otherUnderlying) && request.equals(other);
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** The broker has said which of the wanted options exist. */
    synchronized void found(int options) {
        wanted = options;
    }

    synchronized void add(OptionPicture picture) {
        options.add(picture);
        ended++;
    }

    synchronized void miss(MissingOptions what) {
        missing.add(what);
        ended++;
    }

    /** A part that was never counted as wanted options, such as a whole expiry. */
    synchronized void missPart(MissingOptions what) {
        missing.add(what);
    }

    synchronized void cancel(Instant at) {
        end(State.CANCELLED, at);
    }

    synchronized void finish(Instant at) {
        end(options.isEmpty() ? State.FAILED : missing.isEmpty() ? State.COMPLETE : State.PARTIAL, at);
    }

    private void end(State how, Instant at) {
        if (state == State.RUNNING) {
            state = how;
            finishedAt = at;
        }
    }

    synchronized View view() {
        int percent = state != State.RUNNING ? 100 : wanted == 0 ? 0 : Math.min(99, ended * 100 / wanted);
        return new View(
                id,
                underlying,
                state,
                wanted,
                percent,
                underlyingPrice,
                options.stream().sorted(ORDER).toList(),
                List.copyOf(missing),
                startedAt,
                finishedAt);
    }
}
