package com.quanticity.ibkr.adapter.depth.book;

import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DepthOperation;
import com.quanticity.ibkr.gateway.event.DepthSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book of one depth subscription. It begins FORMING and is VALID once both sides have a row and the picture is complete: all rows
 * asked for are there, or no row has come for the settling time, or the picture limit has passed since the first row. An insert moves
 * the rows from its place down, a delete moves those below up, an update of the row after the last one is an insert, a delete of a row
 * that is not kept is ignored; anything else that does not fit breaks the book for good. Source: wire specification, behaviour
 * section 5. Not thread-safe.
 */
public final class DepthBook {

    private final BookRules rules;
    private final List<BookRow> bids = new ArrayList<>();
    private final List<BookRow> asks = new ArrayList<>();
    private boolean isFormed;
    private String broken = "";
    private long updates;
    private @Nullable Instant firstRowAt;
    private @Nullable Instant lastRowAt;
    private @Nullable Instant crossedSince;

    public DepthBook(BookRules rules) {
        this.rules = rules;
    }

    /** Takes one message. */
    public Applied apply(DepthEvent.Row row, Instant receivedAt) {
        if (!broken.isEmpty()) {
            return Applied.DROPPED;
        }
        look(receivedAt);
        Applied applied = change(row);
        if (firstRowAt == null) {
            firstRowAt = receivedAt;
        }
        lastRowAt = receivedAt;
        if (applied.isChange()) {
            updates++;
            noteCrossing(receivedAt);
        }
        return applied;
    }

    /** 317: both sides are empty, and a new picture follows. */
    public void reset() {
        bids.clear();
        asks.clear();
        isFormed = false;
        updates = 0;
        firstRowAt = null;
        lastRowAt = null;
        crossedSince = null;
    }

    /** Messages may be missing: it cannot be believed any more. The first reason stays. */
    public void breakFor(String reason) {
        if (broken.isEmpty()) {
            broken = reason;
        }
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }

    /** Why it is broken, empty when it is not. */
    public String whyBroken() {
        return broken;
    }

    /** How long it has been crossed; zero when it is not. */
    public Duration crossedFor(Instant now) {
        return crossedSince == null ? Duration.ZERO : Duration.between(crossedSince, now);
    }

    public BookState state(Instant now) {
        look(now);
        if (!broken.isEmpty()) {
            return BookState.BROKEN;
        }
        if (!isFormed || bids.isEmpty() || asks.isEmpty()) {
            return BookState.FORMING;
        }
        return crossedFor(now).compareTo(rules.crossedLimit()) > 0 ? BookState.CROSSED : BookState.VALID;
    }

    public BookSnapshot snapshot(Instant now) {
        BookState state = state(now);
        return new BookSnapshot(state, why(state, now), bids, asks, lastRowAt, updates, now);
    }

    private String why(BookState state, Instant now) {
        return switch (state) {
            case VALID, NONE -> "";
            case BROKEN -> broken;
            case CROSSED ->
                "best bid above best ask for " + crossedFor(now).toMillis() + " ms; asked for anew when it lasts";
            case FORMING ->
                lastRowAt == null
                        ? "no row has come yet"
                        : bids.isEmpty()
                                ? "no row on the bid side"
                                : asks.isEmpty() ? "no row on the ask side" : "the first picture is not complete";
        };
    }

    /** The picture is complete by the time that has passed before this moment. */
    private void look(Instant now) {
        if (isFormed || bids.isEmpty() || asks.isEmpty() || firstRowAt == null || lastRowAt == null) {
            return;
        }
        isFormed = (bids.size() == rules.rows() && asks.size() == rules.rows())
                || Duration.between(lastRowAt, now).compareTo(rules.settle()) >= 0
                || Duration.between(firstRowAt, now).compareTo(rules.pictureLimit()) >= 0;
    }

    private Applied change(DepthEvent.Row row) {
        DepthOperation operation = row.operation();
        if (row.side() == DepthSide.UNRECOGNISED || operation == DepthOperation.UNRECOGNISED || row.position() < 0) {
            return broke(row, "is not of this protocol");
        }
        List<BookRow> side = row.side() == DepthSide.BID ? bids : asks;
        if (operation == DepthOperation.DELETE) {
            return delete(side, row.position());
        }
        BigDecimal price = row.price();
        BigDecimal size = row.size();
        if (price == null || size == null) {
            return broke(row, "has no price or no size");
        }
        return put(side, row, new BookRow(price, size, maker(row)));
    }

    private Applied put(List<BookRow> side, DepthEvent.Row row, BookRow value) {
        int position = row.position();
        if (position > side.size() && position < rules.rows()) {
            return broke(row, "is beyond the " + side.size() + " rows of its side");
        }
        // Below the rows asked for nothing is kept.
        if (position >= rules.rows()) {
            return Applied.IGNORED;
        }
        if (row.operation() == DepthOperation.UPDATE && position < side.size()) {
            side.set(position, value);
            return Applied.CHANGED;
        }
        side.add(position, value);
        if (side.size() > rules.rows()) {
            side.removeLast();
            return Applied.PUSHED;
        }
        return row.operation() == DepthOperation.UPDATE ? Applied.INSERTED : Applied.CHANGED;
    }

    private static Applied delete(List<BookRow> side, int position) {
        if (position >= side.size()) {
            return Applied.IGNORED;
        }
        side.remove(position);
        return Applied.CHANGED;
    }

    private Applied broke(DepthEvent.Row row, String what) {
        breakFor("message operation=" + row.operationCode() + " side=" + row.sideCode() + " position=" + row.position()
                + " " + what);
        return Applied.BROKE;
    }

    private static String maker(DepthEvent.Row row) {
        return row instanceof DepthEvent.UpdateMktDepthL2 named ? named.marketMaker() : "";
    }

    private void noteCrossing(Instant at) {
        boolean crossed = !bids.isEmpty()
                && !asks.isEmpty()
                && bids.getFirst().price().compareTo(asks.getFirst().price()) > 0;
        if (!crossed) {
            crossedSince = null;
        } else if (crossedSince == null) {
            crossedSince = at;
        }
    }
}
