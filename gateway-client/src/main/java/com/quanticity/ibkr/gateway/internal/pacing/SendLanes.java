package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.LaneQueues.Waiting;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.pacing.HistoryAnswer;
import com.quanticity.ibkr.gateway.pacing.HistoryQuery;
import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.session.HistoryLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests back when the message budget is used up, and lets cancels overtake. As long as there is budget a request goes out
 * on the caller's thread. Thread-safe; the lock is never held across a call out, except the non-blocking send.
 *
 * <p>A cancel takes the orders it means out of the queue: sent after the cancel they would come to life behind it. They are reported
 * as unsent, and the cancel goes out all the same, because the order may have been working already.
 *
 * <p>Whether orders may leave is asked under the lock, for each order when it comes and again when it would leave the queue. While they
 * may not, orders are refused and waiting ones are handed back: none leaves later than it was meant to. Cancels are never asked about.
 */
public final class SendLanes {

    private static final int CAPACITY = 20_000;
    private static final Duration HISTORY_VIOLATION_PAUSE = Duration.ofSeconds(15);
    private static final SendOutcome.Refused NOT_CONNECTED =
            new SendOutcome.Refused(LocalRefusal.NOT_CONNECTED, "no connection to the gateway; wait until it is back");

    private final SessionScheduler scheduler;
    private final SessionMeters meters;
    private final Consumer<List<GatewayRequest>> onUnsent;
    private final LaneQueues queues = new LaneQueues();
    private final HistoryLane history = new HistoryLane();
    private final OpenQueries openQueries = new OpenQueries();
    private Supplier<Optional<SendOutcome.Refused>> orderRefusal = Optional::empty;
    private @Nullable Outlet outlet;
    private boolean drainIsDue;
    private long drainDueAt;

    public SendLanes(SessionScheduler scheduler, SessionMeters meters, Consumer<List<GatewayRequest>> onUnsent) {
        this.scheduler = scheduler;
        this.meters = meters;
        this.onUnsent = onUnsent;
    }

    /** Where requests leave, and how fast they may. */
    private record Outlet(GatewayConnection connection, GatewayPace pace) {}

    /** @param refusal why no order may leave now, empty when orders may; asked under the lock, must not block */
    public synchronized void refuseOrders(Supplier<Optional<SendOutcome.Refused>> refusal) {
        orderRefusal = refusal;
    }

    /** Starts sending on a connection to the gateway of this pace. */
    public void attach(GatewayConnection connection, GatewayPace pace) {
        synchronized (this) {
            outlet = new Outlet(connection, pace);
        }
        pace.share().onGrowth(() -> scheduler.execute(this::drain));
    }

    /** Ends sending; returns what was accepted and had not left. */
    public synchronized List<GatewayRequest> detach() {
        Outlet ended = outlet;
        outlet = null;
        if (ended != null) {
            ended.pace().history().allEnded();
        }
        openQueries.clear();
        List<GatewayRequest> unsent = queues.clear();
        unsent.addAll(history.clear());
        return unsent;
    }

    /** Takes the orders out that have not left, the connection's writer included: the session may not trade now. */
    public synchronized List<GatewayRequest> withdrawOrders() {
        Outlet present = outlet;
        List<GatewayRequest> unsent = new ArrayList<>();
        if (present != null) {
            unsent.addAll(present.connection().withdraw(request -> Lane.of(request) == Lane.ORDER));
        }
        unsent.addAll(queues.removeOrders());
        return unsent;
    }

    public SendOutcome submit(GatewayRequest request) {
        List<GatewayRequest> overtaken;
        SendOutcome outcome;
        synchronized (this) {
            Optional<SendOutcome.Refused> refusal = refusalOf(Lane.of(request));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Outlet present = outlet;
            if (present == null) {
                return NOT_CONNECTED;
            }
            overtaken = queues.removeOrdersMeantBy(request);
            outcome = sendOrQueue(request, present);
        }
        if (!overtaken.isEmpty()) {
            onUnsent.accept(overtaken);
        }
        return outcome;
    }

    /** How long a request would wait if it were sent now; an estimate that assumes that nothing more urgent comes. */
    public synchronized Duration expectedWait(GatewayRequest request) {
        Outlet present = outlet;
        return present == null ? Duration.ZERO : expectedWait(Lane.of(request), present);
    }

    /** The queries for the past that wait. */
    public synchronized HistoryLine historyLine() {
        Outlet present = outlet;
        if (present == null) {
            return HistoryLine.EMPTY;
        }
        Duration next = history.nextIn(scheduler.nanoTime()).orElse(Duration.ZERO);
        return new HistoryLine(history.size(), next, present.pace().historyPause());
    }

    /** Takes back a query for the past that waits; false when none has this id. */
    public synchronized boolean withdrawHistory(int reqId) {
        Outlet present = outlet;
        HistoryLane.Withdrawal withdrawal = history.withdraw(reqId);
        if (withdrawal == HistoryLane.Withdrawal.CLEARED && present != null) {
            present.pace().history().ended(reqId);
            scheduleDrain(present);
        }
        return withdrawal != HistoryLane.Withdrawal.NOT_HERE;
    }

    public synchronized int waiting(Lane lane) {
        return lane == Lane.HISTORY ? history.size() : queues.size(lane);
    }

    public synchronized Duration oldestWait(Lane lane) {
        long now = scheduler.nanoTime();
        return Duration.ofNanos(
                lane == Lane.HISTORY ? history.oldestWaitNanos(now) : queues.oldestWaitNanos(lane, now));
    }

    public synchronized int messagesInTheLastSecond() {
        Outlet present = outlet;
        return present == null ? 0 : present.pace().used(scheduler.nanoTime());
    }

    /** Messages a second that may leave now, 0 without a connection. */
    public synchronized int slots() {
        Outlet present = outlet;
        return present == null ? 0 : present.pace().share().slots();
    }

    /** True when the other sessions of the gateway cannot be asked. */
    public synchronized boolean isFallback() {
        Outlet present = outlet;
        return present != null && present.pace().share().standing() == MessageShare.Standing.FALLBACK;
    }

    /** The gateway lost a message because there were too many (error 100). */
    public synchronized void onViolation() {
        Outlet present = outlet;
        if (present != null) {
            present.pace().share().onViolation();
        }
    }

    /** The gateway complained about queries for the past: none leaves for a while. */
    public synchronized void onHistoryViolation() {
        history.hold(HISTORY_VIOLATION_PAUSE, scheduler.nanoTime());
    }

    /** An answer or error under this id has come; a query that goes on by itself stays open after an answer. */
    public synchronized void onAnswered(int reqId, boolean failed) {
        Outlet present = outlet;
        if (present != null && openQueries.ends(reqId, failed)) {
            present.pace().history().ended(reqId);
            scheduleDrain(present);
        }
    }

    private Optional<SendOutcome.Refused> refusalOf(Lane lane) {
        return lane == Lane.ORDER ? orderRefusal.get() : Optional.empty();
    }

    private SendOutcome sendOrQueue(GatewayRequest request, Outlet present) {
        Lane lane = Lane.of(request);
        long now = scheduler.nanoTime();
        if (lane != Lane.HISTORY && queues.ahead(lane) == 0 && present.pace().isOpen(lane, now)) {
            return sendNow(request, lane, now, now, present);
        }
        Optional<SendOutcome.Refused> refusal = present.connection().check(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (waiting(lane) >= CAPACITY) {
            return new SendOutcome.Refused(
                    LocalRefusal.QUEUE_FULL, CAPACITY + " requests wait in lane " + lane + "; send less");
        }
        Duration expected = expectedWait(lane, present);
        queue(request, lane, now);
        if (lane == Lane.HISTORY) {
            advanceHistory(present);
        }
        scheduleDrain(present);
        return new SendOutcome.Accepted(expected);
    }

    private void queue(GatewayRequest request, Lane lane, long now) {
        Optional<HistoryQuery> query =
                request instanceof HistoryRequest past ? HistoryQuery.of(past) : Optional.empty();
        if (query.isPresent()) {
            history.add(request, query.get(), now);
        } else {
            queues.add(lane, request, now);
        }
    }

    private SendOutcome sendNow(GatewayRequest request, Lane lane, long since, long now, Outlet present) {
        SendOutcome outcome = present.connection().send(request);
        if (outcome.isAccepted()) {
            long sentAt = scheduler.nanoTime();
            present.pace().sent(sentAt);
            present.pace().want(sentAt, queues.total() + history.size());
            meters.laneWait(lane, Duration.ofNanos(now - since));
            endOfQuery(request, present);
        }
        return outcome;
    }

    /** The cancel of a query ends it: the gateway's word for it may never come. */
    private void endOfQuery(GatewayRequest request, Outlet present) {
        if (request instanceof HistoryRequest.CancelHistoricalData(int reqId) && openQueries.ends(reqId, true)) {
            present.pace().history().ended(reqId);
        }
    }

    private Duration expectedWait(Lane lane, Outlet present) {
        long now = scheduler.nanoTime();
        int ahead = queues.ahead(lane) + (lane == Lane.HISTORY ? history.size() : 0);
        Duration budget = Duration.ofNanos(present.pace().waitNanos(lane, now, ahead));
        if (lane != Lane.HISTORY) {
            return budget;
        }
        Duration rules = history.nextIn(now)
                .orElse(Duration.ZERO)
                .plus(present.pace().historyPause().multipliedBy(history.size()));
        return rules.compareTo(budget) > 0 ? rules : budget;
    }

    private void drain() {
        List<GatewayRequest> failed = new ArrayList<>();
        synchronized (this) {
            drainIsDue = false;
            Outlet present = outlet;
            if (present == null) {
                return;
            }
            for (Lane lane : Lane.values()) {
                drain(lane, present, failed);
            }
            drainHistory(present, failed);
            scheduleDrain(present);
        }
        if (!failed.isEmpty()) {
            onUnsent.accept(failed);
        }
    }

    /** A later lane never has more slots than an earlier one, so nothing overtakes. Orders that may not leave are handed back. */
    private void drain(Lane lane, Outlet present, List<GatewayRequest> failed) {
        Waiting next = queues.first(lane);
        while (next != null) {
            if (refusalOf(lane).isPresent()) {
                failed.addAll(queues.removeOrders());
                return;
            }
            if (!present.pace().isOpen(lane, scheduler.nanoTime())) {
                return;
            }
            queues.removeFirst(lane);
            send(next.request(), lane, next.sinceNanos(), present, failed);
            next = queues.first(lane);
        }
    }

    private void drainHistory(Outlet present, List<GatewayRequest> failed) {
        HistoryLane.Entry next = history.cleared();
        if (next != null && present.pace().isOpen(Lane.HISTORY, scheduler.nanoTime())) {
            history.clearedHasLeft();
            openQueries.add(next.query());
            send(next.request(), Lane.HISTORY, next.sinceNanos(), present, failed);
        }
        advanceHistory(present);
    }

    private void send(GatewayRequest request, Lane lane, long since, Outlet present, List<GatewayRequest> failed) {
        if (!sendNow(request, lane, since, scheduler.nanoTime(), present).isAccepted()) {
            failed.add(request);
        }
    }

    /** Asked only when the message could leave at once, so that asking and leaving are close together. */
    private void advanceHistory(Outlet present) {
        long now = scheduler.nanoTime();
        if (queues.total() > 0 || !present.pace().isOpen(Lane.HISTORY, now)) {
            return;
        }
        history.nextToAsk(now)
                .ifPresent(entry -> present.pace()
                        .history()
                        .ask(entry.query())
                        .thenAccept(answer -> scheduler.execute(() -> onHistoryAnswer(entry, answer, present))));
    }

    private void onHistoryAnswer(HistoryLane.Entry entry, HistoryAnswer answer, Outlet askedFor) {
        synchronized (this) {
            if (!history.answered(entry, answer, scheduler.nanoTime())) {
                if (answer instanceof HistoryAnswer.Go) {
                    askedFor.pace().history().ended(entry.query().reqId());
                }
                return;
            }
        }
        drain();
    }

    private void scheduleDrain(Outlet present) {
        long now = scheduler.nanoTime();
        present.pace().want(now, queues.total() + history.size());
        nextDrainIn(present, now).ifPresent(pause -> {
            long dueAt = now + pause.toNanos();
            if (!drainIsDue || dueAt < drainDueAt) {
                drainIsDue = true;
                drainDueAt = dueAt;
                scheduler.schedule(pause, this::drain);
            }
        });
    }

    private Optional<Duration> nextDrainIn(Outlet present, long now) {
        for (Lane lane : Lane.values()) {
            if (queues.first(lane) != null) {
                return Optional.of(Duration.ofNanos(present.pace().waitNanos(lane, now, 0)));
            }
        }
        Duration budget = Duration.ofNanos(present.pace().waitNanos(Lane.HISTORY, now, 0));
        if (history.cleared() != null) {
            return Optional.of(budget);
        }
        return history.nextIn(now).map(rules -> rules.compareTo(budget) > 0 ? rules : budget);
    }
}
