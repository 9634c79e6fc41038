package com.quanticity.ibkr.adapter.historical.job;

import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * The pieces of a download in sum.
 *
 * @param pieces that are or were to be asked for, closed ones left out
 * @param open that are still to be asked for
 * @param stored rows
 * @param covered trading time that was asked for, of those pieces
 * @param wanted trading time in all
 * @param missing intervals for which the broker has nothing, in time order
 */
public record Totals(int pieces, int open, long stored, Duration covered, Duration wanted, List<TimeRange> missing) {

    public Totals {
        missing = List.copyOf(missing);
    }

    public static Totals of(List<Piece> all) {
        int pieces = 0;
        int open = 0;
        long stored = 0;
        Duration covered = Duration.ZERO;
        Duration wanted = Duration.ZERO;
        for (Piece piece : all) {
            if (piece.state() != Piece.State.CLOSED) {
                pieces++;
                open += piece.state() == Piece.State.OPEN ? 1 : 0;
                stored += piece.stored();
                covered = covered.plus(Duration.between(piece.range().from(), piece.position()));
                wanted = wanted.plus(piece.range().length());
            }
        }
        return new Totals(pieces, open, stored, covered, wanted, missing(all));
    }

    private static List<TimeRange> missing(List<Piece> all) {
        return TimeRange.merged(all.stream()
                .filter(piece -> piece.state() == Piece.State.NO_DATA)
                .map(Piece::range)
                .toList());
    }

    /** 0 to 100 by trading time, rounded down; 100 only when nothing is open. */
    public int percent() {
        if (open == 0) {
            return 100;
        }
        return (int) Math.min(99, covered.toSeconds() * 100 / Math.max(1, wanted.toSeconds()));
    }
}
