package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.failover.GatewayChoice;
import com.quanticity.ibkr.gateway.internal.failover.PlannedOutages;
import com.quanticity.ibkr.gateway.internal.failover.Recovery;
import com.quanticity.ibkr.gateway.internal.identity.OrderOwners;
import com.quanticity.ibkr.gateway.internal.identity.RogueIds;
import com.quanticity.ibkr.gateway.internal.impairment.Impairments;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.GatewayPaces;
import com.quanticity.ibkr.gateway.internal.pacing.OrderGate;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.pending.PendingRequests;
import com.quanticity.ibkr.gateway.internal.report.BrokerMessageLog;
import com.quanticity.ibkr.gateway.internal.report.ClockSkew;
import com.quanticity.ibkr.gateway.internal.subscription.Streams;
import com.quanticity.ibkr.gateway.internal.thread.HandOver;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session: the present state, and everything states do to the world. States change on the control thread only; what
 * other threads see of it is one volatile {@link View}.
 */
public final class Life {

    private static final Duration TICK = Duration.ofMillis(250);

    private static final Duration COORDINATION_ON_DELAY = Duration.ofSeconds(5);

    private final SessionSettings settings;
    private final GatewayBinding binding;
    private final SessionScheduler scheduler;
    private final Clock clock;
    private final SessionMeters meters;
    private final SessionFacts facts = new SessionFacts();
    private final PendingRequests pending = new PendingRequests();
    private final SendLanes lanes;
    private final Streams streams;
    private final GatewayPaces paces;
    private final LeaseKeeper lease;
    private final HandOver handOver;
    private final AlarmBoard alarms;
    private final OrderOwners owners;
    private final RogueIds rogues;
    private final OrderGate orderGate;
    private final TrafficWatch traffic;
    private final Liveness liveness;
    private final GatewayChoice gateways;
    private final Recovery recovery;
    private final PlannedOutages outages;
    private final Impairments impairments;
    private final SessionLog log;
    private final BrokerMessageLog messages;
    private final ClockSkew clockSkew = new ClockSkew();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final SynchronisationRunner synchronisations;
    private @Nullable SessionListener listener;

    private LifeState state;
    private long lastAttemptNumber;
    private long lastReadyNumber;
    private long lastRun;
    private long probeSentNanos;
    private long linkedSinceNanos;
    private volatile @Nullable Instant probeSentAt;
    private volatile View view;
    private volatile long lastReceivedNanos;
    private volatile @Nullable Instant lastReceivedAt;

    public Life(
            SessionSettings settings,
            GatewayBinding binding,
            SessionScheduler scheduler,
            Clock clock,
            SessionMeters meters,
            SessionSharing sharing,
            SynchronisationRunner synchronisations) {
        this.settings = settings;
        this.binding = binding;
        this.scheduler = scheduler;
        this.clock = clock;
        this.meters = meters;
        this.synchronisations = synchronisations;
        this.log = new SessionLog(settings);
        this.messages = new BrokerMessageLog(settings.clientId());
        this.gateways = new GatewayChoice(settings.connect(), settings.life().backup());
        this.outages = new PlannedOutages(settings.life().calendar());
        this.lanes = new SendLanes(scheduler, meters, this::reportUnsent);
        this.paces = new GatewayPaces(sharing, settings.clientId(), settings.messagesPerSecond());
        this.handOver = new HandOver(
                "gateway-consumer-" + settings.clientId(),
                settings.handOverCapacity(),
                this::deliver,
                this::consumerFailed);
        this.alarms = new AlarmBoard(
                settings.component(), settings.clientId(), gateways::address, scheduler, clock, outages, this::tell);
        this.liveness = new Liveness(settings.probeInterval(), settings.probeTimeout(), settings.silenceTimeout());
        this.recovery = new Recovery(
                settings,
                scheduler,
                clock,
                gateways,
                outages,
                alarms,
                () -> binding.answers(gateways.primary()),
                () -> !application().mayHaveWorkingOrders(),
                reason -> useGateway(GatewayRole.PRIMARY, reason));
        this.impairments = new Impairments(
                settings.life(),
                clock,
                alarms,
                farm -> handOver.post(() -> application().onFarm(farm)));
        this.streams = new Streams(
                settings.subscriptions(),
                scheduler,
                lanes,
                handOver,
                settings.handOverCapacity(),
                meters,
                clock,
                alarms,
                facts::nextRequestId,
                this::application);
        this.owners = new OrderOwners(settings.clientId());
        this.rogues = new RogueIds(sharing.manualOrders());
        this.traffic = new TrafficWatch(scheduler, lanes, alarms, meters, owners, rogues);
        this.lease = new LeaseKeeper(
                sharing.leases(), settings.clientId(), settings.component(), scheduler, this::onLeaseStanding);
        this.orderGate = new OrderGate(settings, () -> view().state(), lease::isProven);
        this.lanes.refuseOrders(orderGate::refusal);
        this.state = new NotStarted(this);
        this.view = viewOf(state);
    }

    public void listener(SessionListener applicationListener) {
        listener = applicationListener;
    }

    SessionSettings settings() {
        return settings;
    }

    public SessionScheduler scheduler() {
        return scheduler;
    }

    SessionMeters meters() {
        return meters;
    }

    public SessionFacts facts() {
        return facts;
    }

    public PendingRequests pending() {
        return pending;
    }

    public GatewayPaces paces() {
        return paces;
    }

    public SendLanes lanes() {
        return lanes;
    }

    /** Whether orders may leave now. */
    public OrderGate orderGate() {
        return orderGate;
    }

    public Streams streams() {
        return streams;
    }

    public HandOver handOver() {
        return handOver;
    }

    public AlarmBoard alarms() {
        return alarms;
    }

    public GatewayChoice gateways() {
        return gateways;
    }

    Recovery recovery() {
        return recovery;
    }

    public PlannedOutages outages() {
        return outages;
    }

    public Impairments impairments() {
        return impairments;
    }

    /** Moves to a gateway by hand; false when that is not possible or not needed. */
    public boolean useGateway(GatewayRole role, String reason) {
        boolean changes = gateways.choose(role, reason);
        if (changes) {
            handle(present -> present.onGatewayChange("to the other gateway: " + reason));
        }
        return changes;
    }

    public View view() {
        return view;
    }

    public @Nullable Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    public LeaseKeeper lease() {
        return lease;
    }

    /** Whose order is whose. */
    public OrderOwners owners() {
        return owners;
    }

    public RogueIds rogues() {
        return rogues;
    }

    TrafficWatch traffic() {
        return traffic;
    }

    Instant now() {
        return clock.instant();
    }

    /** Starts connecting. */
    public void start() {
        handOver.start();
        handle(LifeState::onConnectDue);
    }

    /** Ends the session for good; {@link #awaitFinished} tells when it is over. */
    public void close() {
        handle(LifeState::onClose);
    }

    /** The application's steps of a run are done. */
    public void synchronised(long run) {
        handle(present -> present.onSynchronised(run));
    }

    public void synchroniseFailed(long run, String message) {
        handle(present -> present.onSynchroniseFailed(run, message));
    }

    /** Lets the present state react, on the control thread. */
    void handle(UnaryOperator<LifeState> reaction) {
        scheduler.execute(() -> moveTo(reaction.apply(state)));
    }

    private void moveTo(LifeState next) {
        if (next.equals(state)) {
            return;
        }
        // Before READY is left and its waiting orders are withdrawn: none is queued behind that.
        view = viewOf(next);
        state.exit();
        state = next;
        log.stateChange(next, recovery.failures(), gateways.address());
        publish(next);
        next.enter();
    }

    private View viewOf(LifeState of) {
        return new View(
                of.name(),
                now(),
                of.serverVersion(),
                of.connection(),
                of.errorCode(),
                of.reason(),
                recovery.failures(),
                of.nextAttemptAt(),
                gateways.address(),
                gateways.role());
    }

    private void publish(LifeState entered) {
        SessionEvent plain = new SessionEvent(
                settings.clientId(),
                settings.component(),
                entered.name(),
                gateways.address(),
                entered.serverVersion(),
                entered.connection(),
                entered.errorCode(),
                entered.reason(),
                now(),
                gateways.role(),
                outages.until(now()).orElse(null),
                null);
        SessionEvent event = plain.withGap(streams.gapOf(plain, lastReceivedAt));
        handOver.post(() -> application().onStateChange(event));
        streams.onState(event);
    }

    /** Connection numbers are the epoch milliseconds of the attempt, moved on when two fall into the same one. */
    Attempt newAttempt() {
        lastAttemptNumber = Math.max(clock.millis(), lastAttemptNumber + 1);
        impairments.reset();
        return new Attempt(this, lastAttemptNumber, gateways.next());
    }

    /** Connects on a thread of its own; the result interrupts it. */
    Runnable connect(Attempt attempt) {
        paces.of(attempt.target().address());
        return scheduler.runBlocking("gateway-connect-" + settings.clientId(), () -> {
            ConnectOutcome outcome = attempt.connect(binding);
            handle(current -> current.onOutcome(attempt, outcome));
        });
    }

    /** The state to connect in: with the lease in hand the attempt itself, else waiting for the lease. */
    LifeState connecting() {
        return lease.isProven() ? new Connecting(this) : new AwaitingLease(this);
    }

    private void onLeaseStanding(LeaseStanding standing) {
        handle(present -> {
            switch (standing) {
                case LeaseStanding.Proven() -> {
                    coordinationIsBack();
                    alarms.clear(AlarmKind.LEASE_LOST, "", "the client id is ours again");
                }
                case LeaseStanding.Unproven(String why) -> {
                    withdrawOrders();
                    coordinationIsAway(why);
                }
                case LeaseStanding.Lost(String why) -> {
                    withdrawOrders();
                    alarms.raise(AlarmKind.LEASE_LOST, "", why);
                }
            }
            return present.onLeaseStanding(standing);
        });
    }

    /** The budget is shared again and again; a moment without Redis is nothing to tell. */
    void checkSharing() {
        if (lanes.isFallback()) {
            alarms.raise(
                    AlarmKind.COORDINATION_LOST,
                    "budget",
                    "Redis does not answer: sending at most " + lanes.slots() + " messages a second",
                    COORDINATION_ON_DELAY);
        } else {
            alarms.clear(AlarmKind.COORDINATION_LOST, "budget", "the message budget is shared again");
        }
    }

    void coordinationIsAway(String why) {
        alarms.raise(AlarmKind.COORDINATION_LOST, "lease", why);
    }

    void coordinationIsBack() {
        alarms.clear(AlarmKind.COORDINATION_LOST, "lease", "Redis answers again");
    }

    void countConnect(ConnectOutcome outcome) {
        meters.connect(
                switch (outcome) {
                    case ConnectOutcome.Connected _ -> "connected";
                    case ConnectOutcome.Refused(int code, String _) -> "refused_" + code;
                    case ConnectOutcome.TimedOut _ -> "timed_out";
                });
    }

    Link newLink(Attempt attempt, GatewayConnection connection) {
        Link link = new Link(attempt, connection);
        lanes.attach(connection, paces.of(attempt.target().address()));
        linkedSinceNanos = scheduler.nanoTime();
        log.idUsed(lease.present(), attempt.number());
        lastReceivedNanos = scheduler.nanoTime();
        liveness.onConnected(scheduler.nanoTime());
        streams.onConnected(link.number(), facts.upcomingRequestId());
        scheduleTick(link);
        return link;
    }

    private void scheduleTick(Link link) {
        scheduler.schedule(TICK, () -> {
            handle(current -> current.onTick(link.attempt()));
            if (link.connection().isOpen()) {
                scheduleTick(link);
            }
        });
    }

    /** Called on the reader thread. An answer to the application's own question says nothing about when it was asked. */
    void clockTold(Instant gatewayTime, Instant receivedAt) {
        Instant sentAt = probeSentAt;
        if (sentAt != null) {
            probeSentAt = null;
            clockSkew.answered(gatewayTime, sentAt, receivedAt);
        }
    }

    BrokerMessageLog messages() {
        return messages;
    }

    public ClockSkew clockSkew() {
        return clockSkew;
    }

    /** Called on the reader thread. */
    void received(Instant at) {
        lastReceivedAt = at;
        lastReceivedNanos = scheduler.nanoTime();
    }

    void checkLiveness(Link link) {
        switch (liveness.check(scheduler.nanoTime(), lastReceivedNanos)) {
            case Liveness.Verdict.Fine() -> {}
            case Liveness.Verdict.SendProbe() -> {
                probeSentNanos = scheduler.nanoTime();
                probeSentAt = clock.instant();
                pending.onTimeAsked();
                lanes.submit(new SessionRequest.ReqCurrentTime());
            }
            case Liveness.Verdict.Dead(String message) ->
                link.connection().close(CloseReason.of(Cause.PEER_SILENT, message));
        }
    }

    void probeAnswered() {
        if (liveness.onAnswer()) {
            meters.probeTime(Duration.ofNanos(scheduler.nanoTime() - probeSentNanos));
        }
    }

    long nextRun() {
        return ++lastRun;
    }

    Runnable synchronise(long run, Link link, Synchronisation.Cause cause) {
        streams.onSynchronising(cause);
        return scheduler.runBlocking(
                "gateway-synchronise-" + settings.clientId(), () -> synchronisations.run(run, link.number(), cause));
    }

    /** The cause to serve after a loss of the broker's link that cut off no synchronising. */
    Synchronisation.Cause firstCause(Link link) {
        return link.number() == lastReadyNumber ? Synchronisation.Cause.DATA_KEPT : Synchronisation.Cause.CONNECTED;
    }

    void succeeded(Link link) {
        lastReadyNumber = link.number();
        recovery.onSuccess(Instant.ofEpochMilli(link.number()));
        view = viewOf(state);
    }

    /** Where a session goes that has no connection: away on schedule, or disconnected. */
    LifeState away(String reason, @Nullable Integer errorCode) {
        Duration pause = recovery.nextPause();
        return outages.until(now())
                .<LifeState>map(until -> new PlannedOutage(this, reason, errorCode, pause, until))
                .orElseGet(() -> new Disconnected(this, reason, errorCode, pause));
    }

    /** READY, or DEGRADED when something holds orders. The present state when nothing changes. */
    LifeState usable(Link link, LifeState present) {
        List<String> holding = impairments.present().stream()
                .filter(Impairment::holdsOrders)
                .map(Impairment::text)
                .toList();
        String reason = holding.isEmpty() ? "ready" : "orders are held: " + String.join("; ", holding);
        if (present.reason().equals(reason)) {
            return present;
        }
        return holding.isEmpty() ? new Ready(this, link) : new Degraded(this, link, reason);
    }

    /** The gateway's counter went back, after a reset for example; ids are the application's and go on. */
    void orderIdAnnounced(int orderId) {
        OptionalInt before = facts.nextValidId(orderId, gateways.address());
        if (before.isPresent()) {
            log.orderIdsWentBack(before.getAsInt(), orderId);
            alarms.raise(AlarmKind.ORDER_IDS_WENT_BACK, "", "next order id " + orderId + " after " + before.getAsInt());
        } else {
            alarms.clear(
                    AlarmKind.ORDER_IDS_WENT_BACK, "", "next order id " + orderId + ", not below any announced before");
        }
    }

    void withdrawOrders() {
        reportUnsent(lanes.withdrawOrders());
    }

    /** The connection is over: every request on it ends, what never left is reported, in this order. */
    void linkEnded(CloseReason reason, List<GatewayRequest> unsentByConnection) {
        List<GatewayRequest> unsent = new ArrayList<>(unsentByConnection);
        unsent.addAll(lanes.detach());
        impairments.reset();
        alarms.clear(AlarmKind.COORDINATION_LOST, "budget", "no connection, so no budget is used");
        Duration used = Duration.ofNanos(scheduler.nanoTime() - linkedSinceNanos);
        meters.disconnect(reason.cause(), used);
        log.idLeft(lease.present(), used, reason);
        if (reason.cause() == Cause.CONSUMER_TOO_SLOW || reason.cause() == Cause.INTERNAL_ERROR) {
            recovery.wasNoSuccess();
        }
        endPending(reason.message());
        pending.onConnectionEnded();
        reportUnsent(unsent);
    }

    /** Ends what is under way: its answers will not come, or can no longer be told from those of the same question asked anew. */
    void endPending(String reason) {
        List<PendingRequests.Pending> withdrawn = pending.withdrawAll();
        if (!withdrawn.isEmpty()) {
            handOver.post(() -> pending.lost(withdrawn, reason));
        }
    }

    private void tell(Alarm alarm) {
        log.alarm(alarm);
        handOver.post(() -> application().onAlarm(alarm));
    }

    private void reportUnsent(List<GatewayRequest> unsent) {
        List<GatewayRequest> ofTheApplication = unsent.stream()
                .filter(request -> !(request instanceof SessionRequest.ReqCurrentTime))
                .toList();
        if (!ofTheApplication.isEmpty()) {
            handOver.post(() -> application().onUnsent(ofTheApplication));
        }
    }

    SessionLog log() {
        return log;
    }

    void finish() {
        finished.countDown();
    }

    public boolean awaitFinished(Duration limit) throws InterruptedException {
        return finished.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    public SessionListener application() {
        SessionListener present = listener;
        if (present == null) {
            throw new IllegalStateException("the session has no listener yet");
        }
        return present;
    }

    /** Consumer thread: the listener first, so that it has seen what an answer is made of. */
    private void deliver(EventBatch batch) {
        EventBatch wanted = streams.onBatch(batch);
        if (!wanted.events().isEmpty()) {
            application().onEvents(wanted);
        }
        pending.onEvents(batch);
        streams.onBatchDone();
    }

    /** Consumer thread: part of a batch may not have been handled, so the session starts over and synchronises. */
    private void consumerFailed(Throwable failure) {
        log.consumerFailed(failure);
        handle(current -> current.onConsumerFailed(failure.toString()));
    }
}
