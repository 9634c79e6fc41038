package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What the gateway streams to us on the present connection, whoever of us asked for it, and which ids are over: their late data is not
 * delivered, and a stream nobody asked for is cancelled once. Thread-safe.
 */
public final class StreamLedger {

    /** Frames on their way when a cancel is read; whatever comes later was not cancelled. Source: behaviour, section 4. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final Map<Integer, GatewayRequest> active = new ConcurrentHashMap<>();
    private final Map<Integer, Long> over = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> orphans = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> lateAt = new ConcurrentHashMap<>();
    private volatile long connection;
    private volatile int firstId;
    private volatile int newestId;

    public StreamLedger(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What a look at a batch yielded: the events to deliver, how many were late, and cancels for streams nobody asked for. */
    public record Looked(EventBatch batch, int late, List<GatewayRequest> cancels) {}

    /** The gateway streams nothing to a new connection; requests on it carry ids from {@code firstRequestId} on. */
    public void onConnected(long number, int firstRequestId) {
        clear();
        connection = number;
        firstId = firstRequestId;
        newestId = firstRequestId - 1;
    }

    /** 1101: the gateway has forgotten every stream. Returns their ids, which are over for {@link #onOver} to note. */
    public Set<Integer> onStreamsLost() {
        Set<Integer> lost = Set.copyOf(active.keySet());
        active.keySet().removeAll(lost);
        return lost.stream().filter(id -> id > 0).collect(Collectors.toUnmodifiableSet());
    }

    /** Consumer thread, in order with the events: what comes under these ids from now on is late, and cancelled if it goes on. */
    public void onOver(Set<Integer> ids) {
        long now = nanoTime.getAsLong();
        // An id that was asked for again meanwhile is the application's wish.
        ids.stream().filter(id -> !active.containsKey(id)).forEach(id -> over.put(id, now));
    }

    /** Called before the request is handed to the writer, so that no answer comes sooner. */
    public void onSending(GatewayRequest request) {
        if (request instanceof GatewayRequest.WithId withId && withId.reqId() > newestId) {
            noteNewest(withId.reqId());
        }
        if (StreamKind.of(request).isPresent()) {
            active.put(idOf(request), request);
            over.remove(idOf(request));
            lateAt.remove(idOf(request));
        } else {
            ended(request).ifPresent(id -> {
                if (active.remove(id) != null && id > 0) {
                    over.put(id, nanoTime.getAsLong());
                }
            });
        }
    }

    private synchronized void noteNewest(int id) {
        newestId = Math.max(newestId, id);
    }

    /** It was not sent after all. */
    public void onNotSent(GatewayRequest request) {
        if (StreamKind.of(request).isPresent()) {
            active.remove(idOf(request));
        }
    }

    /** What streams under an id. */
    public Optional<GatewayRequest> request(int id) {
        return Optional.ofNullable(active.get(id));
    }

    /** The broker ended the request of this id. */
    public void onEnded(int id) {
        active.remove(id);
    }

    /** When data of an id that is over came last; empty when none did. */
    public Optional<Instant> lastLateAt(int id) {
        return Optional.ofNullable(lateAt.get(id));
    }

    /** What ends every stream. */
    public List<GatewayRequest> cancels() {
        return active.values().stream()
                .flatMap(request -> StreamRequests.cancelOf(request).stream())
                .toList();
    }

    public int size() {
        return active.size();
    }

    /** Consumer thread. The batch itself is returned when there is nothing to leave out, as nearly always. */
    public Looked look(EventBatch batch) {
        if (batch.connection() != connection) {
            return new Looked(batch, 0, List.of());
        }
        List<GatewayEvent> events = batch.events();
        for (int i = 0; i < events.size(); i++) {
            if (isUnwanted(events.get(i))) {
                return lookClosely(batch);
            }
        }
        return new Looked(batch, 0, List.of());
    }

    private Looked lookClosely(EventBatch batch) {
        List<GatewayEvent> wanted = new ArrayList<>();
        List<GatewayRequest> cancels = new ArrayList<>();
        for (GatewayEvent event : batch.events()) {
            if (!isUnwanted(event)) {
                wanted.add(event);
            } else {
                lateAt.put(((GatewayEvent.WithId) event).reqId(), batch.receivedAt());
                orphanCancel(event).ifPresent(cancels::add);
            }
        }
        return new Looked(
                new EventBatch(batch.connection(), batch.receivedAt(), List.copyOf(wanted)),
                batch.events().size() - wanted.size(),
                cancels);
    }

    /** Data of an id that is over, or that no request on this connection can have carried. */
    private boolean isUnwanted(GatewayEvent event) {
        if (!(event instanceof GatewayEvent.WithId withId)) {
            return false;
        }
        int id = withId.reqId();
        if (!over.isEmpty() && over.containsKey(id)) {
            return true;
        }
        return (id < firstId || id > newestId)
                && isFromARequestOfTheSession(id)
                && !active.containsKey(id)
                && isStreamed(event);
    }

    private static boolean isFromARequestOfTheSession(int id) {
        return id >= GatewaySession.FIRST_REQUEST_ID;
    }

    private static boolean isStreamed(GatewayEvent event) {
        return StreamRequests.cancelFor(event).isPresent();
    }

    private Optional<GatewayRequest> orphanCancel(GatewayEvent event) {
        int id = ((GatewayEvent.WithId) event).reqId();
        Long overSince = over.get(id);
        boolean justCancelled = overSince != null && nanoTime.getAsLong() - overSince < GRACE.toNanos();
        if (justCancelled || orphans.putIfAbsent(id, true) != null) {
            return Optional.empty();
        }
        return StreamRequests.cancelFor(event);
    }

    private void clear() {
        active.clear();
        over.clear();
        orphans.clear();
        lateAt.clear();
    }

    /** Requests without an id have one slot a kind. */
    private static int idOf(GatewayRequest request) {
        return request instanceof GatewayRequest.WithId withId
                ? withId.reqId()
                : -1 - StreamKind.of(request).orElseThrow().ordinal();
    }

    private static Optional<Integer> ended(GatewayRequest request) {
        return StreamRequests.endedBy(request)
                .map(kind -> request instanceof GatewayRequest.WithId withId ? withId.reqId() : -1 - kind.ordinal());
    }
}
