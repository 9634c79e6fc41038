package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionGap.Cause;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Marks the times in which events may be missing: from leaving READY to being usable again. Control thread; drops from any. */
final class Gaps {

    private final AtomicLong dropped = new AtomicLong();
    private @Nullable SessionGap open;
    private long usableConnection;
    private boolean isUsable;
    private boolean streamsLost;

    void onEventsDropped(int count) {
        dropped.addAndGet(count);
    }

    void onStreamsLost() {
        streamsLost = true;
    }

    /**
     * The gap that begins or ends with this state.
     *
     * @param lastReceivedAt when the last event came, null when none ever did
     */
    Optional<SessionGap> onState(SessionEvent event, @Nullable Instant lastReceivedAt) {
        boolean usable = event.state().isUsable();
        boolean before = isUsable;
        isUsable = usable;
        if (usable == before || event.state() == SessionState.CLOSED) {
            return Optional.empty();
        }
        return usable ? end(event) : Optional.of(begin(event, lastReceivedAt));
    }

    private SessionGap begin(SessionEvent event, @Nullable Instant lastReceivedAt) {
        Instant from = lastReceivedAt == null ? event.at() : lastReceivedAt;
        Cause cause = cause(event.state());
        SessionGap gap =
                new SessionGap(cause, event.reason(), usableConnection, 0, from, null, isLoss(cause), dropped.get());
        open = gap;
        streamsLost = isLoss(cause);
        return gap;
    }

    private Optional<SessionGap> end(SessionEvent event) {
        SessionGap gap = open;
        usableConnection = event.connection();
        open = null;
        long drops = dropped.getAndSet(0);
        if (gap == null) {
            return Optional.empty();
        }
        return Optional.of(new SessionGap(
                drops > 0 ? Cause.CONSUMER_TOO_SLOW : gap.cause(),
                gap.reason(),
                gap.connectionBefore(),
                event.connection(),
                gap.from(),
                event.at(),
                streamsLost,
                drops));
    }

    private Cause cause(SessionState entered) {
        return switch (entered) {
            case BROKER_DOWN -> Cause.BROKER_LINK_LOST;
            case SYNCHRONISING -> Cause.BROKER_LINK_RESTORED;
            case READY, DEGRADED, DISCONNECTED, CONNECTING, HANDSHAKE, PLANNED_OUTAGE, REFUSED, CLOSED ->
                dropped.get() > 0 ? Cause.CONSUMER_TOO_SLOW : Cause.CONNECTION_LOST;
        };
    }

    private static boolean isLoss(Cause cause) {
        return cause == Cause.CONNECTION_LOST || cause == Cause.CONSUMER_TOO_SLOW;
    }
}
