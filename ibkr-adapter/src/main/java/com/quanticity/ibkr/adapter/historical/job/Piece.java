package com.quanticity.ibkr.adapter.historical.job;

import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import java.time.Instant;

/**
 * A piece of a download. Bars come in one query, ticks in pages.
 *
 * @param number from 0 in time order
 * @param range what belongs to it
 * @param position where the next query starts; everything before is stored
 * @param stored rows it brought
 * @param requests queries answered
 * @param note what the broker said, empty when nothing
 */
public record Piece(
        int number, TimeRange range, Instant position, State state, long stored, int requests, String note) {

    /** Whether it is to be asked for. */
    public enum State {
        OPEN,
        DONE,
        /** The broker has nothing. */
        NO_DATA,
        /** Not asked for: the market was closed, or it lies before the first data. */
        CLOSED
    }

    public static Piece open(int number, TimeRange range) {
        return new Piece(number, range, range.from(), State.OPEN, 0, 0, "");
    }

    /** The part that is still wanted; for open pieces. */
    public TimeRange left() {
        return new TimeRange(position, range.to());
    }

    public Piece closed(String why) {
        return new Piece(number, range, range.to(), State.CLOSED, stored, requests, why);
    }

    public Piece narrowed(TimeRange open) {
        return new Piece(number, open, open.from(), state, stored, requests, note);
    }

    /** After a query without data: with what came before it is complete, else there is nothing. */
    public Piece withoutData(String said) {
        return new Piece(
                number, range, range.to(), stored > 0 ? State.DONE : State.NO_DATA, stored, requests + 1, said);
    }

    /** After an answer that reached to the end. */
    public Piece complete(long rows) {
        return rows + stored == 0
                ? withoutData("the answer held nothing of this interval")
                : new Piece(number, range, range.to(), State.DONE, stored + rows, requests + 1, "");
    }

    /** After a page. */
    public Piece page(long rows, Instant next) {
        return new Piece(number, range, next, State.OPEN, stored + rows, requests + 1, "");
    }
}
