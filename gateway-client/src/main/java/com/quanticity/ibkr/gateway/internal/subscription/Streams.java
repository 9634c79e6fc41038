package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.Lane;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.thread.HandOver;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.gateway.subscription.Subscriptions;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Everything a session does about streams: the register on the consumer thread, the ledger of what the gateway sends us, gap markers
 * and the guard of the backlog. Each method says on which thread it is called.
 */
public final class Streams implements Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final Duration CALM_TICK = Duration.ofMillis(250);
    private static final Duration BUSY_TICK = Duration.ofMillis(25);

    /** So many requests may wait in the data lane before no more are added: less than a second of the budget. */
    private static final int LONGEST_LANE = 8;

    private final SessionScheduler scheduler;
    private final SendLanes lanes;
    private final HandOver handOver;
    private final SessionMeters meters;
    private final Clock clock;
    private final AlarmBoard alarms;
    private final IntSupplier nextRequestId;
    private final Supplier<SessionListener> application;
    private final StreamLedger ledger;
    private final SubscriptionRegister register;
    private final BacklogGuard backlog;
    private final Gaps gaps = new Gaps();
    private final AtomicBoolean tickIsDue = new AtomicBoolean();
    private Runnable cancelTick = () -> {};
    private boolean isLinked;
    private volatile boolean isClosing;

    public Streams(
            SubscriptionSettings settings,
            SessionScheduler scheduler,
            SendLanes lanes,
            HandOver handOver,
            int handOverCapacity,
            SessionMeters meters,
            Clock clock,
            AlarmBoard alarms,
            IntSupplier nextRequestId,
            Supplier<SessionListener> application) {
        this.scheduler = scheduler;
        this.lanes = lanes;
        this.handOver = handOver;
        this.meters = meters;
        this.clock = clock;
        this.alarms = alarms;
        this.nextRequestId = nextRequestId;
        this.application = application;
        this.ledger = new StreamLedger(scheduler::nanoTime);
        this.register = new SubscriptionRegister(
                settings,
                new Port(),
                clock,
                scheduler::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
        this.backlog = new BacklogGuard(handOverCapacity, clock);
        meters.subscriptionGauges(register::states);
        meters.backlogGauge(() -> backlog.isBehind() ? 1 : 0);
    }

    @Override
    public void want(Subscription subscription) {
        handOver.post(() -> register.want(subscription));
    }

    @Override
    public void unwant(String key) {
        handOver.post(() -> register.unwant(key));
    }

    @Override
    public List<SubscriptionStatus> all() {
        return register.all();
    }

    @Override
    public Optional<SubscriptionStatus> find(String key) {
        return register.find(key);
    }

    /** Any thread. The one way for requests of the application and of the register. */
    public SendOutcome send(GatewayRequest request) {
        ledger.onSending(request);
        SendOutcome outcome = lanes.submit(request);
        if (!outcome.isAccepted()) {
            ledger.onNotSent(request);
        }
        return outcome;
    }

    /** Any thread. */
    public Optional<Instant> lastLateAt(int requestId) {
        return ledger.lastLateAt(requestId);
    }

    /** Control thread: a connection is there, and nothing was asked on it yet. */
    public void onConnected(long connection, int firstRequestId) {
        ledger.onConnected(connection, firstRequestId);
        isLinked = true;
        cancelTick.run();
        scheduleTick();
    }

    /** Control thread, after the state's own announcement: the gap has begun. */
    public void onSynchronising(Synchronisation.Cause cause) {
        if (cause != Synchronisation.Cause.DATA_KEPT) {
            gaps.onStreamsLost();
            // A new connection has emptied the ledger already.
            Set<Integer> lost = cause == Synchronisation.Cause.DATA_LOST ? ledger.onStreamsLost() : Set.of();
            handOver.post(() -> {
                ledger.onOver(lost);
                register.onStreamsLost();
            });
        }
    }

    /** Control thread: the gap that begins or ends with a state, null when none does. */
    public @Nullable SessionGap gapOf(SessionEvent event, @Nullable Instant lastReceivedAt) {
        return gaps.onState(event, lastReceivedAt).orElse(null);
    }

    /** Control thread, after the application's own notice of the state was handed over. */
    public void onState(SessionEvent event) {
        SessionGap gap = event.gap();
        if (gap != null) {
            tell(gap);
        }
        switch (event.state()) {
            case READY, DEGRADED -> handOver.post(() -> register.onUsable(event.connection()));
            case SYNCHRONISING, BROKER_DOWN -> unusable(event);
            case DISCONNECTED, CONNECTING, HANDSHAKE, PLANNED_OUTAGE, REFUSED, CLOSED -> {
                isLinked = false;
                cancelTick.run();
                unusable(event);
            }
        }
    }

    private void tell(SessionGap gap) {
        meters.gap(gap);
        log.info(
                "session gap open={} cause={} connectionBefore={}{} from={} streamsLost={} eventsDropped={}",
                gap.isOpen(),
                gap.cause(),
                gap.connectionBefore(),
                gap.isOpen() ? "" : " connectionAfter=" + gap.connectionAfter() + " to=" + gap.to(),
                gap.from(),
                gap.streamsLost(),
                gap.eventsDropped());
        handOver.post(() -> application.get().onGap(gap));
    }

    private void unusable(SessionEvent event) {
        handOver.post(() -> register.onUnusable("session is " + event.state() + ": " + event.reason()));
    }

    /** Reader thread: a batch was handed over. */
    public void onHandedOver() {
        backlog.onHandedOver(handOver.waitingEvents()).ifPresent(change -> {
            tell(change);
            handOver.postFirst(() -> tellBehind(change));
        });
    }

    private void tellBehind(Backlog change) {
        backlog.onTold();
        application.get().onBacklog(change);
        onBatchDone();
    }

    /** Reader thread: a batch did not fit. */
    public void onDropped(int events) {
        gaps.onEventsDropped(events);
    }

    /** Consumer thread: what of a batch the application shall see. */
    public EventBatch onBatch(EventBatch batch) {
        StreamLedger.Looked looked = ledger.look(batch);
        if (looked.late() > 0) {
            meters.lateEvents(looked.late());
            looked.cancels().forEach(this::cancelOrphan);
        }
        EventBatch wanted = looked.batch();
        for (GatewayEvent event : wanted.events()) {
            if (event instanceof ErrorMessage error && !error.isAboutSession()) {
                onError(error);
            }
        }
        register.onEvents(wanted);
        return wanted;
    }

    /** Consumer thread: a batch has been handled. */
    public void onBatchDone() {
        if (backlog.isBehind()) {
            backlog.onConsumed(handOver.waitingEvents()).ifPresent(change -> {
                tell(change);
                application.get().onBacklog(change);
            });
        }
    }

    /** Any thread. Asks for nothing more; returns what ends the streams there are. */
    public List<GatewayRequest> close() {
        isClosing = true;
        handOver.post(register::onClose);
        return ledger.cancels();
    }

    private void onError(ErrorMessage error) {
        ledger.request(error.id()).ifPresent(request -> {
            if (ErrorRule.ends(error, request)) {
                ledger.onEnded(error.id());
            }
        });
    }

    private void cancelOrphan(GatewayRequest cancel) {
        meters.orphanStream();
        log.warn("stream nobody asked for is cancelled request={}", cancel);
        lanes.submit(cancel);
    }

    private static void tell(Backlog change) {
        log.atLevel(change.isBehind() ? Level.WARN : Level.INFO)
                .log(
                        "backlog behind={} waitingEvents={} capacity={}",
                        change.isBehind(),
                        change.waitingEvents(),
                        change.capacity());
    }

    private void scheduleTick() {
        cancelTick = scheduler.schedule(register.hasDue() ? BUSY_TICK : CALM_TICK, () -> {
            if (tickIsDue.compareAndSet(false, true)) {
                handOver.post(() -> {
                    tickIsDue.set(false);
                    register.onTick();
                });
            }
            if (isLinked) {
                scheduleTick();
            }
        });
    }

    /** The register's way to the world; consumer thread. */
    private final class Port implements SubscriptionPort {

        @Override
        public int nextRequestId() {
            return nextRequestId.getAsInt();
        }

        @Override
        public SendOutcome send(GatewayRequest request) {
            return Streams.this.send(request);
        }

        @Override
        public boolean hasRoom() {
            return lanes.waiting(Lane.DATA) < LONGEST_LANE && !backlog.isBehind() && !isClosing;
        }

        @Override
        public void tell(SubscriptionStatus status) {
            meters.subscriptionAge(status, () -> age(status.key()));
            log.atDebug().log(
                    "subscription key={} state={} requestId={} connection={} why={}",
                    status.key(),
                    status.state().getClass().getSimpleName(),
                    status.requestId(),
                    status.connection(),
                    status.state().why());
            application.get().onSubscription(status);
        }

        private double age(String key) {
            Duration age = register.find(key)
                    .map(status -> status.age(clock.instant()))
                    .orElse(null);
            return age == null ? Double.NaN : age.toNanos() / 1e9;
        }

        @Override
        public void onSilent(SubscriptionStatus status) {
            alarms.raise(
                    AlarmKind.SUBSCRIPTION_SILENT, status.key(), status.state().why());
        }

        @Override
        public void onSilenceEnded(SubscriptionStatus status, String how) {
            alarms.clear(AlarmKind.SUBSCRIPTION_SILENT, status.key(), how);
        }
    }
}
