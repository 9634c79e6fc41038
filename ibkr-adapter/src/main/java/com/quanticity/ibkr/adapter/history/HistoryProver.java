package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryProof.StreamProof;
import com.quanticity.ibkr.adapter.history.HistoryProof.Verdict;
import com.quanticity.ibkr.adapter.history.HistoryStream.Place;
import com.quanticity.ibkr.adapter.history.StreamComparison.Side;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares streams with tables, one question at a time: a busy day means millions of rows. Thread-safe. */
final class HistoryProver {

    private final StreamBus bus;
    private final JdbcTemplate database;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    HistoryProver(StreamBus bus, JdbcTemplate database, Clock clock) {
        this.bus = bus;
        this.database = database;
        this.clock = clock;
    }

    /** Empty when another comparison is under way. */
    Optional<HistoryProof> prove(LocalDate day) {
        if (!one.tryLock()) {
            return Optional.empty();
        }
        try {
            List<StreamProof> streams = new ArrayList<>();
            streams.add(compare(
                    day,
                    HistoryStream.QUOTES,
                    new Side<>(Quote::symbol, Quote::receivedAt, ProofText::of, ProofText.QUOTES)));
            streams.add(compare(
                    day,
                    HistoryStream.TICKS,
                    new Side<>(TickByTick::symbol, TickByTick::receivedAt, ProofText::of, ProofText.TICKS)));
            streams.add(compare(
                    day,
                    HistoryStream.DEPTH,
                    new Side<>(DepthUpdate::symbol, DepthUpdate::receivedAt, ProofText::of, ProofText.DEPTH)));
            streams.add(new BarComparison(bus, database).compare(day));
            return Optional.of(
                    new HistoryProof(day, clock.instant(), streams.stream().allMatch(HistoryProver::isEqual), streams));
        } finally {
            one.unlock();
        }
    }

    private <B, T> StreamProof compare(LocalDate day, HistoryStream<B, T> stream, Side<T> side) {
        Place<T> place = Objects.requireNonNull(stream.place());
        return new StreamComparison<>(bus, database, stream, place, side).compare(day);
    }

    private static boolean isEqual(StreamProof stream) {
        return switch (stream.verdict()) {
            case EQUAL, EQUAL_SO_FAR, EMPTY -> true;
            case HOLES, DIFFERENT, NOT_HELD -> false;
        };
    }

    static Verdict verdict(long held, long waiting, long stored, boolean equal, boolean holes) {
        if (held == 0) {
            return stored == 0 ? Verdict.EMPTY : Verdict.NOT_HELD;
        }
        if (!equal) {
            return Verdict.DIFFERENT;
        }
        if (holes) {
            return Verdict.HOLES;
        }
        return waiting > 0 ? Verdict.EQUAL_SO_FAR : Verdict.EQUAL;
    }
}
