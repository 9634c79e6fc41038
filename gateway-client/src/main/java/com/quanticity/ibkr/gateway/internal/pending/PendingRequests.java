package com.quanticity.ibkr.gateway.internal.pending;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Every request that has an end, until it ends. Registered from any thread; events, timeouts and losses come on the consumer thread,
 * which also completes the futures.
 */
public final class PendingRequests {

    /** Old gateways report session-wide refusals under this id. Source: behaviour, section 9. */
    private static final int OLD_SESSION_ID = Integer.MAX_VALUE;

    private static final long NO_BARRIER = Long.MAX_VALUE;

    private final Map<Key, Pending> pending = new LinkedHashMap<>();

    /** Answers that may still come to requests nobody waits for any more, on the present connection. */
    private final Map<RequestKind, Integer> owed = new EnumMap<>(RequestKind.class);

    private long timesAsked;
    private long timesAnswered;

    /** Request id for requests that have one, a rule id for a rule, else their kind alone. */
    private record Key(RequestKind kind, int id) {}

    /** One request under way. */
    public static final class Pending {
        private final Key key;
        private final long connection;
        private int lateAnswers;
        private long barrier = NO_BARRIER;
        private final List<GatewayEvent> events = new ArrayList<>();
        private final CompletableFuture<RequestOutcome> future = new CompletableFuture<>();

        private Pending(Key key, long connection, int lateAnswers) {
            this.key = key;
            this.connection = connection;
            this.lateAnswers = lateAnswers;
        }

        public CompletableFuture<RequestOutcome> future() {
            return future;
        }

        /** True when an answer to an earlier request of the kind may come first. */
        public boolean isBehindLateAnswers() {
            return lateAnswers > 0;
        }
    }

    /**
     * Empty when a request of the kind is under way that cannot be told apart.
     *
     * @param connection number of the connection it will leave on; events of another are not its answer
     */
    public synchronized Optional<Pending> register(GatewayRequest request, RequestKind kind, long connection) {
        Key key = new Key(kind, RequestKind.keyOf(request));
        if (pending.containsKey(key)) {
            return Optional.empty();
        }
        Pending entry = new Pending(key, connection, owed.getOrDefault(kind, 0));
        pending.put(key, entry);
        return Optional.of(entry);
    }

    /** Ends a request that waited for its turn and was taken back. */
    public void withdraw(int reqId, RequestOutcome outcome) {
        List<Pending> meant;
        synchronized (this) {
            meant = pending.values().stream()
                    .filter(entry -> entry.key.kind().isUnderRequestId() && entry.key.id() == reqId)
                    .toList();
        }
        meant.forEach(entry -> end(entry, outcome));
    }

    /** Takes a request out that was not sent after all. */
    public synchronized void forget(Pending entry) {
        pending.remove(entry.key, entry);
    }

    /** The gateway's clock was asked for; answers come in the order of the questions. */
    public synchronized void onTimeAsked() {
        timesAsked++;
    }

    /**
     * The gateway's clock was asked for after everything before this request and ahead of it: once that is answered, what follows is
     * the answer to this request. Source: behaviour, section 5, "handles the messages of one connection in order".
     */
    public synchronized void barrierBefore(Pending entry) {
        entry.barrier = timesAsked;
    }

    /** A new connection owes nothing. */
    public synchronized void onConnectionEnded() {
        owed.clear();
        timesAsked = 0;
        timesAnswered = 0;
    }

    public synchronized int size() {
        return pending.size();
    }

    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            onEvent(batch.connection(), event);
        }
    }

    private void onEvent(long connection, GatewayEvent event) {
        if (event instanceof ErrorMessage error) {
            onError(connection, error);
            return;
        }
        if (event instanceof ConnectionEvent.CurrentTime) {
            onTimeAnswered();
        }
        List<Pending> candidates = candidates(connection);
        if (candidates.isEmpty()) {
            forgetLateAnswer(event);
        }
        for (Pending entry : candidates) {
            if (!entry.key.kind().isAnswer(entry.key.id(), event) || isOfALateAnswer(entry, event)) {
                continue;
            }
            boolean ends = entry.key.kind().isEnd(event);
            if (entry.key.kind().isPart(event)) {
                entry.events.add(event);
            }
            if (ends) {
                end(entry, new RequestOutcome.Answered(entry.events));
            }
        }
    }

    /** Parts of a late answer are dropped; its end brings the next answer's turn. */
    private synchronized boolean isOfALateAnswer(Pending entry, GatewayEvent event) {
        if (entry.lateAnswers == 0) {
            return false;
        }
        if (entry.key.kind().isEnd(event)) {
            entry.lateAnswers--;
            owed.merge(entry.key.kind(), -1, PendingRequests::sumOrNone);
        }
        return true;
    }

    private synchronized void forgetLateAnswer(GatewayEvent event) {
        if (!owed.isEmpty()) {
            List.copyOf(owed.keySet()).stream()
                    .filter(kind -> kind.isEnd(event))
                    .forEach(kind -> owed.merge(kind, -1, PendingRequests::sumOrNone));
        }
    }

    private synchronized void onTimeAnswered() {
        timesAnswered++;
        for (Pending entry : pending.values()) {
            if (entry.barrier <= timesAnswered) {
                entry.barrier = NO_BARRIER;
                entry.lateAnswers = 0;
                owed.remove(entry.key.kind());
            }
        }
    }

    private static @Nullable Integer sumOrNone(int before, int change) {
        return before + change <= 0 ? null : before + change;
    }

    private void owe(Pending entry) {
        if (entry.key.kind().isUntold()) {
            owed.merge(entry.key.kind(), 1, Integer::sum);
        }
    }

    public void onTimeout(Pending entry, Duration timeout) {
        synchronized (this) {
            if (pending.get(entry.key) == entry) {
                owe(entry);
            }
        }
        end(entry, new RequestOutcome.TimedOut(timeout));
    }

    /** Takes out everything under way, from any thread; {@link #lost} ends it. */
    public synchronized List<Pending> withdrawAll() {
        List<Pending> withdrawn = List.copyOf(pending.values());
        withdrawn.forEach(this::owe);
        pending.clear();
        return withdrawn;
    }

    public void lost(List<Pending> withdrawn, String reason) {
        withdrawn.forEach(entry -> entry.future.complete(new RequestOutcome.ConnectionLost(reason)));
    }

    private void onError(long connection, ErrorMessage error) {
        for (Pending entry : candidates(connection)) {
            boolean byId = entry.key.kind().isUnderRequestId() && entry.key.id() == error.id();
            boolean readOnly = entry.key.kind().isOrderAccess()
                    && error.errorCode() == ErrorCode.REQUEST_REFUSED.code()
                    && (error.isAboutSession() || error.id() == OLD_SESSION_ID);
            if ((byId && isEnd(entry.key.kind(), error)) || readOnly) {
                end(entry, new RequestOutcome.BrokerError(error.errorCode(), error.errorMsg()));
            }
        }
    }

    private static boolean isEnd(RequestKind kind, ErrorMessage error) {
        ErrorContext context = kind == RequestKind.SNAPSHOT ? ErrorContext.MARKET_DATA : ErrorContext.REQUEST;
        return ErrorCatalogue.meaning(error.errorCode(), context, error.errorMsg())
                .endsRequest();
    }

    private synchronized List<Pending> candidates(long connection) {
        return pending.isEmpty()
                ? List.of()
                : pending.values().stream()
                        .filter(entry -> entry.connection == connection)
                        .toList();
    }

    private void end(Pending entry, RequestOutcome outcome) {
        synchronized (this) {
            if (!pending.remove(entry.key, entry)) {
                return;
            }
        }
        entry.future.complete(outcome);
    }
}
