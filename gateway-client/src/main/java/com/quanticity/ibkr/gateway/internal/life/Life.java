package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.alarm.CoordinationAlarms;
import com.quanticity.ibkr.gateway.internal.failover.GatewayChoice;
import com.quanticity.ibkr.gateway.internal.failover.PlannedOutages;
import com.quanticity.ibkr.gateway.internal.failover.Recovery;
import com.quanticity.ibkr.gateway.internal.identity.LeaseKeeper;
import com.quanticity.ibkr.gateway.internal.identity.OrderOwners;
import com.quanticity.ibkr.gateway.internal.identity.RogueIds;
import com.quanticity.ibkr.gateway.internal.identity.SessionFacts;
import com.quanticity.ibkr.gateway.internal.impairment.Impairments;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.GatewayPaces;
import com.quanticity.ibkr.gateway.internal.pacing.OrderGate;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.pending.PendingRequests;
import com.quanticity.ibkr.gateway.internal.report.BrokerMessageLog;
import com.quanticity.ibkr.gateway.internal.subscription.Streams;
import com.quanticity.ibkr.gateway.internal.thread.HandOver;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.internal.traffic.Heartbeat;
import com.quanticity.ibkr.gateway.internal.traffic.TrafficWatch;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The life of a session: the present state, and the parts that states work with. States change on the control thread only; what
 * other threads see of it is one volatile {@link View}.
 */
public final class Life {

    private final SessionSettings settings;
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
    private final Heartbeat heartbeat;
    private final GatewayChoice gateways;
    private final Recovery recovery;
    private final PlannedOutages outages;
    private final Impairments impairments;
    private final SessionLog log;
    private final BrokerMessageLog messages;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Application application;
    private final CoordinationAlarms coordination;
    private final Connections connections;
    private final Synchronisations synchronisations;

    private LifeState state;
    private volatile View view;

    public Life(
            SessionSettings settings,
            GatewayBinding binding,
            SessionScheduler scheduler,
            Clock clock,
            SessionMeters meters,
            SessionSharing sharing,
            SynchronisationRunner synchronising) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.meters = meters;
        this.log = new SessionLog(settings);
        this.messages = new BrokerMessageLog(settings.clientId());
        this.gateways = new GatewayChoice(settings.connect(), settings.life().backup());
        this.outages = new PlannedOutages(settings.life().calendar());
        this.handOver = new HandOver(
                "gateway-consumer-" + settings.clientId(),
                settings.flow().handOverCapacity(),
                this::deliver,
                this::consumerFailed);
        this.application = new Application(handOver);
        this.lanes = new SendLanes(scheduler, meters, application::onUnsent);
        this.paces =
                new GatewayPaces(sharing, settings.clientId(), settings.flow().messagesPerSecond());
        this.alarms = new AlarmBoard(
                settings.component(), settings.clientId(), gateways::address, scheduler, clock, outages, this::tell);
        this.coordination = new CoordinationAlarms(alarms);
        this.heartbeat = new Heartbeat(settings.liveness(), scheduler, clock, lanes, pending, meters);
        this.recovery = new Recovery(
                settings,
                scheduler,
                clock,
                gateways,
                outages,
                alarms,
                () -> binding.answers(gateways.primary()),
                () -> !(settings.mayTrade() && application.listener().mayHaveWorkingOrders()),
                reason -> useGateway(GatewayRole.PRIMARY, reason));
        this.impairments = new Impairments(settings.life(), clock, alarms, application::onFarm);
        this.streams = new Streams(
                settings.subscriptions(),
                scheduler,
                lanes,
                handOver,
                settings.flow().handOverCapacity(),
                meters,
                clock,
                alarms,
                facts::nextRequestId,
                application::listener);
        this.owners = new OrderOwners(settings.clientId());
        this.rogues = new RogueIds(sharing.manualOrders());
        this.traffic = new TrafficWatch(scheduler, lanes, alarms, meters, owners, rogues);
        this.lease = new LeaseKeeper(
                sharing.leases(), settings.clientId(), settings.component(), scheduler, this::onLeaseStanding);
        this.orderGate = new OrderGate(settings, () -> view().state(), lease::isProven);
        this.lanes.refuseOrders(orderGate::refusal);
        this.connections = new Connections(this, binding);
        this.synchronisations = new Synchronisations(settings.clientId(), scheduler, streams, synchronising);
        this.state = new NotStarted(this);
        this.view = viewOf(state);
    }

    public void listener(SessionListener applicationListener) {
        application.listener(applicationListener);
    }

    public SessionListener listener() {
        return application.listener();
    }

    Application application() {
        return application;
    }

    Connections connections() {
        return connections;
    }

    Synchronisations synchronisations() {
        return synchronisations;
    }

    CoordinationAlarms coordination() {
        return coordination;
    }

    public Heartbeat heartbeat() {
        return heartbeat;
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

    /** Moves to a gateway, wished by a person or due by the rules; false when that is not possible or not needed. */
    public boolean useGateway(GatewayRole role, String reason) {
        String before = gateways.address();
        boolean changes = gateways.choose(role, reason);
        if (changes) {
            log.gatewayChosen(role, before, reason);
            handle(present -> present.onGatewayChange("to the other gateway: " + reason));
        }
        return changes;
    }

    public View view() {
        return view;
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
        return View.of(of, now(), recovery.failures(), gateways);
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
        SessionEvent event = plain.withGap(streams.gapOf(plain, heartbeat.lastReceivedAt()));
        application.onStateChange(event);
        streams.onState(event);
    }

    /** The state to connect in: with the lease in hand the attempt itself, else waiting for the lease. */
    LifeState connecting() {
        return lease.isProven() ? new Connecting(this) : new AwaitingLease(this);
    }

    private void onLeaseStanding(LeaseStanding standing) {
        handle(present -> {
            if (!(standing instanceof LeaseStanding.Proven)) {
                withdrawOrders();
            }
            coordination.onLeaseStanding(standing);
            return present.onLeaseStanding(standing);
        });
    }

    BrokerMessageLog messages() {
        return messages;
    }

    void succeeded(Link link) {
        synchronisations.succeeded(link);
        recovery.onSuccess(Instant.ofEpochMilli(link.number()));
        view = viewOf(state);
    }

    void withdrawOrders() {
        application.onUnsent(lanes.withdrawOrders());
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
        application.onAlarm(alarm);
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

    /** Consumer thread: the listener first, so that it has seen what an answer is made of. */
    private void deliver(EventBatch batch) {
        EventBatch wanted = streams.onBatch(batch);
        if (!wanted.events().isEmpty()) {
            application.listener().onEvents(wanted);
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
