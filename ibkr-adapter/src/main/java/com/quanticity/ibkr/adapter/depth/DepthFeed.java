package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.book.Applied;
import com.quanticity.ibkr.adapter.depth.book.DepthBook;
import com.quanticity.ibkr.adapter.stream.ItemSequence;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DepthOperation;
import com.quanticity.ibkr.gateway.event.DepthSide;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepth;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.market.DepthUpdate.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books of the running requests, and what readers of the stream must be told to have the same books: an update of a row that was not
 * there is published as the insert it is, a row that falls off as a delete, and the end of a book as a reset. Guarded by the desk's
 * lock.
 */
final class DepthFeed {

    private final DepthProperties settings;
    private final DepthSink sink;
    private final ItemSequence sequence = new ItemSequence();
    private final Map<Integer, DepthLine> lines = new HashMap<>();
    private final List<DepthUpdate> pending = new ArrayList<>();

    DepthFeed(DepthProperties settings, DepthSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    DepthLine begin(Contract contract, ReqMktDepth request, long connection) {
        DepthLine line = new DepthLine(contract, request, connection, new DepthBook(settings.bookRules()));
        lines.put(request.reqId(), line);
        return line;
    }

    /** The line of a request that runs, null when none does. */
    @Nullable DepthLine find(int requestId) {
        return lines.get(requestId);
    }

    Optional<DepthLine> find(String symbol) {
        return lines.values().stream()
                .filter(line -> line.symbol().equals(symbol))
                .findFirst();
    }

    Collection<DepthLine> lines() {
        return lines.values();
    }

    /** Takes a row; what it means for readers waits for {@link #flush}. */
    Applied onRow(DepthLine line, DepthEvent.Row row, Instant receivedAt) {
        Applied applied = line.book.apply(row, receivedAt);
        switch (applied) {
            case CHANGED -> add(line, operation(row.operation()), row, row.position(), receivedAt);
            case INSERTED -> add(line, Operation.INSERT, row, row.position(), receivedAt);
            case PUSHED -> {
                addDelete(line, row, settings.rows() - 1, receivedAt);
                add(line, Operation.INSERT, row, row.position(), receivedAt);
            }
            case IGNORED, BROKE, DROPPED -> {}
        }
        return applied;
    }

    private static Operation operation(DepthOperation operation) {
        return switch (operation) {
            case INSERT -> Operation.INSERT;
            case UPDATE -> Operation.UPDATE;
            case DELETE -> Operation.DELETE;
            case UNRECOGNISED -> throw new IllegalStateException("a book takes no operation it does not know");
        };
    }

    /** 317: the book is empty and a new picture follows. */
    void reset(DepthLine line, String reason, Instant at) {
        line.book.reset();
        tellVoid(line, reason, at);
    }

    /** Rows may be missing from now on. */
    void breakBook(DepthLine line, String reason, Instant at) {
        line.book.breakFor(reason);
        tellVoid(line, reason, at);
    }

    /** The request is over. */
    @Nullable DepthLine end(int requestId, String reason, Instant at) {
        DepthLine line = lines.remove(requestId);
        if (line != null) {
            tellVoid(line, reason, at);
        }
        return line;
    }

    /** The request was never sent. */
    void forget(int requestId) {
        lines.remove(requestId);
    }

    /** Hands over what waits. */
    void flush() {
        if (!pending.isEmpty()) {
            sink.publish(List.copyOf(pending));
            pending.clear();
        }
    }

    /** Nothing is told of a book nobody has heard of. */
    private void tellVoid(DepthLine line, String reason, Instant at) {
        if (!line.isVoid) {
            line.isVoid = true;
            pending.add(DepthUpdate.reset(
                    line.symbol(),
                    line.contract.id(),
                    line.requestId(),
                    line.request.isSmartDepth(),
                    reason,
                    line.connection,
                    sequence.next(line.connection),
                    at));
        }
    }

    private void add(DepthLine line, Operation operation, DepthEvent.Row row, int position, Instant at) {
        boolean delete = operation == Operation.DELETE;
        line.isVoid = false;
        pending.add(DepthUpdate.row(
                line.symbol(),
                line.contract.id(),
                line.requestId(),
                operation,
                side(row),
                position,
                delete ? null : row.price(),
                delete ? null : row.size(),
                delete ? "" : maker(row),
                line.request.isSmartDepth(),
                line.connection,
                sequence.next(line.connection),
                at));
    }

    private void addDelete(DepthLine line, DepthEvent.Row row, int position, Instant at) {
        add(line, Operation.DELETE, row, position, at);
    }

    private static Side side(DepthEvent.Row row) {
        return row.side() == DepthSide.BID ? Side.BID : Side.ASK;
    }

    private static String maker(DepthEvent.Row row) {
        return row instanceof DepthEvent.UpdateMktDepthL2 named ? named.marketMaker() : "";
    }
}
