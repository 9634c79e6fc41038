package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import com.quanticity.ibkr.model.session.SessionGap;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells on {@code market.status} where the depth of each symbol stands. Guarded by the desk's lock. */
final class DepthStatuses {

    private static final String KIND = "DEPTH";

    private final StatusSink sink;
    private final Clock clock;
    private final Map<String, Instant> gapFrom = new HashMap<>();

    DepthStatuses(StatusSink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    void requested(DepthLine line) {
        tell(line, State.REQUESTED, "", null, null);
    }

    /** The first row has come; it ends a gap. */
    void live(DepthLine line, Instant at) {
        Instant from = gapFrom.remove(line.symbol());
        if (from != null) {
            tell(line, State.RESUMED, "", at, from);
        }
        tell(line, State.LIVE, "", at, null);
    }

    /** It has no slot any more. */
    void over(Contract contract, State state, String reason, @Nullable Instant lastRowAt) {
        sink.publish(new MarketStatus(
                contract.symbol(), contract.id(), KIND, state, reason, 0, lastRowAt, null, clock.instant()));
    }

    void onGap(Collection<DepthLine> lines, SessionGap gap) {
        if (gap.isOpen()) {
            for (DepthLine line : lines) {
                gapFrom.put(line.symbol(), gap.from());
                tell(line, State.GAP, gap.reason(), null, gap.from());
            }
        }
    }

    /** Asked for, and not to be trusted until it is asked for anew. */
    void silent(Collection<DepthLine> lines, String why) {
        lines.forEach(line -> tell(line, State.SILENT, why, null, null));
    }

    void onBacklog(Collection<DepthLine> lines, Backlog backlog) {
        for (DepthLine line : lines) {
            if (line.book.state(clock.instant()).isValid()) {
                String reason = backlog.isBehind()
                        ? backlog.waitingEvents() + " of " + backlog.capacity() + " events wait in the adapter"
                        : "the adapter has caught up";
                tell(line, backlog.isBehind() ? State.BEHIND : State.LIVE, reason, null, null);
            }
        }
    }

    private void tell(
            DepthLine line, State state, String reason, @Nullable Instant lastDataAt, @Nullable Instant from) {
        Contract contract = line.contract;
        sink.publish(new MarketStatus(
                contract.symbol(),
                contract.id(),
                KIND,
                state,
                reason,
                line.connection,
                lastDataAt,
                from,
                state == State.GAP ? null : line.turn,
                clock.instant()));
    }
}
