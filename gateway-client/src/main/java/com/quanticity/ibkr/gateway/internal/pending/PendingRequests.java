package com.quanticity.ibkr.gateway.internal.pending;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Every request that has an end, until it ends. Registered from any thread; events, timeouts and losses come on the consumer thread,
 * which also completes the futures.
 */
public final class PendingRequests {

    /** Old gateways report session-wide refusals under this id. Source: behaviour, section 9. */
    private static final int OLD_SESSION_ID = Integer.MAX_VALUE;

    private final Map<Key, Pending> pending = new LinkedHashMap<>();

    /** Request id for requests that have one, a rule id for a rule, else their kind alone. */
    private record Key(RequestKind kind, int id) {}

    /** One request under way. */
    public static final class Pending {
        private final Key key;
        private final List<GatewayEvent> events = new ArrayList<>();
        private final CompletableFuture<RequestOutcome> future = new CompletableFuture<>();

        private Pending(Key key) {
            this.key = key;
        }

        public CompletableFuture<RequestOutcome> future() {
            return future;
        }
    }

    /** Empty when a request of the kind is under way that cannot be told apart. */
    public synchronized Optional<Pending> register(GatewayRequest request, RequestKind kind) {
        Key key = new Key(kind, RequestKind.keyOf(request));
        if (pending.containsKey(key)) {
            return Optional.empty();
        }
        Pending entry = new Pending(key);
        pending.put(key, entry);
        return Optional.of(entry);
    }

    /** Takes a request out that was not sent after all. */
    public synchronized void forget(Pending entry) {
        pending.remove(entry.key, entry);
    }

    public synchronized int size() {
        return pending.size();
    }

    public void onEvent(GatewayEvent event) {
        if (event instanceof ErrorMessage error) {
            onError(error);
            return;
        }
        for (Pending entry : candidates()) {
            if (!entry.key.kind().isAnswer(entry.key.id(), event)) {
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

    public void onTimeout(Pending entry, Duration timeout) {
        end(entry, new RequestOutcome.TimedOut(timeout));
    }

    /** Takes out everything under way, from any thread; {@link #lost} ends it. */
    public synchronized List<Pending> withdrawAll() {
        List<Pending> withdrawn = List.copyOf(pending.values());
        pending.clear();
        return withdrawn;
    }

    public void lost(List<Pending> withdrawn, String reason) {
        withdrawn.forEach(entry -> entry.future.complete(new RequestOutcome.ConnectionLost(reason)));
    }

    private void onError(ErrorMessage error) {
        for (Pending entry : candidates()) {
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

    private synchronized List<Pending> candidates() {
        return pending.isEmpty() ? List.of() : List.copyOf(pending.values());
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
