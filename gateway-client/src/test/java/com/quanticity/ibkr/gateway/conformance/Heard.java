package com.quanticity.ibkr.gateway.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps everything a connection tells. Thread-safe. */
class Heard implements GatewayListener {

    private static final long PATIENCE_NANOS = SECONDS.toNanos(20);

    private final List<GatewayEvent> events = new ArrayList<>();
    private final Set<Thread> threads = new LinkedHashSet<>();
    private final List<ConnectPhase> phases = new ArrayList<>();
    private final List<CloseReason> closed = new ArrayList<>();
    private final List<GatewayRequest> unsent = new ArrayList<>();

    @Override
    public synchronized void onEvents(Instant receivedAt, List<GatewayEvent> received) {
        threads.add(Thread.currentThread());
        events.addAll(received);
        notifyAll();
    }

    @Override
    public synchronized void onPhase(ConnectPhase phase) {
        phases.add(phase);
    }

    @Override
    public synchronized void onClosed(CloseReason reason, List<GatewayRequest> neverSent) {
        threads.add(Thread.currentThread());
        closed.add(reason);
        unsent.addAll(neverSent);
        notifyAll();
    }

    synchronized List<GatewayEvent> events() {
        return List.copyOf(events);
    }

    /** All events of a kind, in order. */
    synchronized <T extends GatewayEvent> List<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    synchronized Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    synchronized List<ConnectPhase> phases() {
        return List.copyOf(phases);
    }

    synchronized List<CloseReason> closed() {
        return List.copyOf(closed);
    }

    synchronized List<GatewayRequest> unsent() {
        return List.copyOf(unsent);
    }

    /** Waits for the first event of a kind that fits; one heard before counts, too. */
    <T extends GatewayEvent> T await(Class<T> kind, Predicate<T> wanted) {
        return awaitMany(kind, wanted, 1).getFirst();
    }

    <T extends GatewayEvent> T await(Class<T> kind) {
        return await(kind, any -> true);
    }

    /** Waits until so many events of a kind fit, and returns all that do. */
    synchronized <T extends GatewayEvent> List<T> awaitMany(Class<T> kind, Predicate<T> wanted, int count) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            List<T> found = all(kind).stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            waitUntil(deadline, kind.getSimpleName());
        }
    }

    synchronized CloseReason awaitEnd() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (closed.isEmpty()) {
            waitUntil(deadline, "end of the connection");
        }
        return closed.getFirst();
    }

    private void waitUntil(long deadline, String what) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new AssertionError(
                    "no " + what + " came; heard " + events.stream().limit(100).toList() + " and end " + closed);
        }
        try {
            wait(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, stopping);
        }
    }
}
