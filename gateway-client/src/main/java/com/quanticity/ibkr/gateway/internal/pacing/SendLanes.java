package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests back when the message budget is used up, and lets cancels overtake. As long as there is budget a request goes out
 * on the caller's thread. Thread-safe; the lock is never held across a call out, except the non-blocking send.
 *
 * <p>A cancel takes the orders it means out of the queue: sent after the cancel they would come to life behind it. They are reported
 * as unsent, and the cancel goes out all the same, because the order may have been working already.
 */
public final class SendLanes {

    private static final int CAPACITY = 20_000;
    private static final SendOutcome.Refused NOT_CONNECTED =
            new SendOutcome.Refused(LocalRefusal.NOT_CONNECTED, "no connection to the gateway; wait until it is back");

    private final SessionScheduler scheduler;
    private final SessionMeters meters;
    private final Consumer<List<GatewayRequest>> onUnsent;
    private final MessageBudget budget;
    private final Map<Lane, Deque<Waiting>> lanes = new EnumMap<>(Lane.class);
    private @Nullable GatewayConnection connection;
    private boolean drainIsDue;

    public SendLanes(
            SessionScheduler scheduler,
            int messagesPerSecond,
            SessionMeters meters,
            Consumer<List<GatewayRequest>> onUnsent) {
        this.scheduler = scheduler;
        this.meters = meters;
        this.onUnsent = onUnsent;
        this.budget = new MessageBudget(messagesPerSecond);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new ArrayDeque<>());
        }
    }

    private record Waiting(GatewayRequest request, long sinceNanos) {}

    public synchronized void attach(GatewayConnection newConnection) {
        connection = newConnection;
    }

    /** Ends sending; returns what was accepted and had not left. */
    public synchronized List<GatewayRequest> detach() {
        connection = null;
        List<GatewayRequest> unsent = new ArrayList<>();
        for (Deque<Waiting> lane : lanes.values()) {
            lane.forEach(waiting -> unsent.add(waiting.request()));
            lane.clear();
        }
        return unsent;
    }

    /** Takes the orders out that have not left: the session is no longer READY. */
    public synchronized List<GatewayRequest> withdrawOrders() {
        List<GatewayRequest> withdrawn = new ArrayList<>();
        Deque<Waiting> orders = lane(Lane.ORDER);
        orders.forEach(waiting -> withdrawn.add(waiting.request()));
        orders.clear();
        return withdrawn;
    }

    public SendOutcome submit(GatewayRequest request) {
        List<GatewayRequest> overtaken = new ArrayList<>();
        SendOutcome outcome;
        synchronized (this) {
            GatewayConnection current = connection;
            if (current == null) {
                return NOT_CONNECTED;
            }
            overtaken.addAll(removeOrdersMeantBy(request));
            outcome = sendOrQueue(request, current);
        }
        if (!overtaken.isEmpty()) {
            onUnsent.accept(overtaken);
        }
        return outcome;
    }

    public synchronized int waiting(Lane lane) {
        return lane(lane).size();
    }

    public synchronized int messagesInTheLastSecond() {
        return budget.used(scheduler.nanoTime());
    }

    private SendOutcome sendOrQueue(GatewayRequest request, GatewayConnection current) {
        Lane lane = Lane.of(request);
        if (nothingWaitsUpTo(lane) && budget.waitNanos(scheduler.nanoTime()) == 0) {
            return sendNow(request, current);
        }
        Optional<SendOutcome.Refused> refusal = current.check(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (lane(lane).size() >= CAPACITY) {
            return new SendOutcome.Refused(
                    LocalRefusal.QUEUE_FULL, CAPACITY + " requests wait in lane " + lane + "; send less");
        }
        lane(lane).add(new Waiting(request, scheduler.nanoTime()));
        scheduleDrain();
        return SendOutcome.ACCEPTED;
    }

    private SendOutcome sendNow(GatewayRequest request, GatewayConnection current) {
        SendOutcome outcome = current.send(request);
        if (outcome.isAccepted()) {
            budget.tryTake(scheduler.nanoTime());
        }
        return outcome;
    }

    private boolean nothingWaitsUpTo(Lane last) {
        for (Lane lane : Lane.values()) {
            if (!lane(lane).isEmpty()) {
                return false;
            }
            if (lane == last) {
                break;
            }
        }
        return true;
    }

    private void scheduleDrain() {
        if (!drainIsDue) {
            drainIsDue = true;
            scheduler.schedule(Duration.ofNanos(budget.waitNanos(scheduler.nanoTime())), this::drain);
        }
    }

    private void drain() {
        List<GatewayRequest> failed = new ArrayList<>();
        synchronized (this) {
            drainIsDue = false;
            GatewayConnection current = connection;
            if (current == null) {
                return;
            }
            Waiting next = peek();
            while (next != null && budget.waitNanos(scheduler.nanoTime()) == 0) {
                lane(Lane.of(next.request())).removeFirst();
                meters.laneWait(Lane.of(next.request()), Duration.ofNanos(scheduler.nanoTime() - next.sinceNanos()));
                if (!sendNow(next.request(), current).isAccepted()) {
                    failed.add(next.request());
                }
                next = peek();
            }
            if (next != null) {
                scheduleDrain();
            }
        }
        if (!failed.isEmpty()) {
            onUnsent.accept(failed);
        }
    }

    private @Nullable Waiting peek() {
        for (Deque<Waiting> lane : lanes.values()) {
            if (!lane.isEmpty()) {
                return lane.peekFirst();
            }
        }
        return null;
    }

    private List<GatewayRequest> removeOrdersMeantBy(GatewayRequest request) {
        List<GatewayRequest> removed = new ArrayList<>();
        Iterator<Waiting> orders = lane(Lane.ORDER).iterator();
        while (orders.hasNext()) {
            GatewayRequest waiting = orders.next().request();
            if (waiting instanceof OrderRequest.PlaceOrder order && isMeantBy(request, order)) {
                orders.remove();
                removed.add(order);
            }
        }
        return removed;
    }

    private static boolean isMeantBy(GatewayRequest request, OrderRequest.PlaceOrder order) {
        return request instanceof OrderRequest.ReqGlobalCancel
                || (request instanceof OrderRequest.CancelOrder cancel && cancel.orderId() == order.orderId());
    }

    private Deque<Waiting> lane(Lane lane) {
        Deque<Waiting> requests = lanes.get(lane);
        if (requests == null) {
            throw new IllegalStateException("every lane has a queue");
        }
        return requests;
    }
}
