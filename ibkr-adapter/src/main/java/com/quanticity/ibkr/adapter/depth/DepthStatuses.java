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

    /** @param turn its slot and until when it has it */
    void requested(Contract contract, long connection, String turn) {
        tell(contract, State.REQUESTED, turn, connection, null, null);
    }

    /** The first row has come; it ends a gap. */
    void live(Contract contract, long connection, String turn, Instant at) {
        Instant from = gapFrom.remove(contract.symbol());
        if (from != null) {
            tell(contract, State.RESUMED, "", connection, at, from);
        }
        tell(contract, State.LIVE, turn, connection, at, null);
    }

    void over(Contract contract, State state, String reason, @Nullable Instant lastRowAt) {
        tell(contract, state, reason, 0, lastRowAt, null);
    }

    void onGap(Collection<DepthLine> lines, SessionGap gap) {
        if (gap.isOpen()) {
            for (DepthLine line : lines) {
                gapFrom.put(line.symbol(), gap.from());
                tell(line.contract, State.GAP, gap.reason(), line.connection, null, gap.from());
            }
        }
    }

    void onBacklog(Collection<DepthLine> lines, Backlog backlog) {
        for (DepthLine line : lines) {
            if (line.book.state(clock.instant()).isValid()) {
                String reason = backlog.isBehind()
                        ? backlog.waitingEvents() + " of " + backlog.capacity() + " events wait in the adapter"
                        : "the adapter has caught up";
                tell(
                        line.contract,
                        backlog.isBehind() ? State.BEHIND : State.LIVE,
                        reason,
                        line.connection,
                        null,
                        null);
            }
        }
    }

    private void tell(
            Contract contract,
            State state,
            String reason,
            long connection,
            @Nullable Instant lastDataAt,
            @Nullable Instant from) {
        sink.publish(new MarketStatus(
                contract.symbol(), contract.id(), KIND, state, reason, connection, lastDataAt, from, clock.instant()));
    }
}
