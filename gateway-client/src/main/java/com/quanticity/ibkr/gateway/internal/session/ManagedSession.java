package com.quanticity.ibkr.gateway.internal.session;

import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.internal.life.Life;
import com.quanticity.ibkr.gateway.internal.life.View;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.Lane;
import com.quanticity.ibkr.gateway.internal.pending.PendingRequests.Pending;
import com.quanticity.ibkr.gateway.internal.pending.RequestKind;
import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceWindow;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.HistoryLine;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.gateway.subscription.Subscriptions;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionOutlook;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session as applications see it; its life is in {@link Life}. */
public final class ManagedSession implements GatewaySession {

    private static final Logger log = LoggerFactory.getLogger(GatewaySession.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final SessionSettings settings;
    private final String bindingName;
    private final Clock clock;
    private final Life life;

    private volatile MarketDataType marketDataType;

    public ManagedSession(
            SessionSettings settings,
            GatewayBinding binding,
            SessionScheduler scheduler,
            Clock clock,
            SessionMeters meters,
            SessionSharing sharing,
            Function<GatewaySession, SessionListener> listener) {
        this.settings = settings;
        this.marketDataType = settings.synchronise().marketDataType();
        this.bindingName = binding.name();
        this.clock = clock;
        this.life = new Life(settings, binding, scheduler, clock, meters, sharing, this::synchronise);
        life.listener(listener.apply(this));
        SessionGauges.register(meters, life, () -> state() == SessionState.READY, this::isConnected);
    }

    @Override
    public ClientId clientId() {
        return settings.clientId();
    }

    @Override
    public void start() {
        life.start();
    }

    @Override
    public SessionState state() {
        return life.view().state();
    }

    @Override
    public SessionStatus status() {
        View view = life.view();
        return new SessionStatus(
                settings.clientId(),
                settings.component(),
                view.state(),
                view.since(),
                view.gateway(),
                view.serverVersion(),
                view.connection(),
                view.reason(),
                view.attempt(),
                view.nextAttemptAt(),
                life.heartbeat().lastReceivedAt(),
                life.lanes().messagesInTheLastSecond(),
                clock.instant(),
                outlook(view, clock.instant()));
    }

    private SessionOutlook outlook(View view, Instant now) {
        Duration skew = life.heartbeat().clockSkew().last();
        Optional<MaintenanceWindow> next = life.outages().calendar().nextWindow(now);
        return new SessionOutlook(
                takesOrders(),
                view.role(),
                impairments().stream().map(Impairment::text).toList(),
                life.outages().until(now).orElse(null),
                next.map(MaintenanceWindow::name).orElse(null),
                next.map(MaintenanceWindow::start).orElse(null),
                life.outages().loginBy(now).orElse(null),
                life.outages().calendar().nextTokenExpiry(now).orElse(null),
                alarms().stream().map(Alarm::kind).distinct().toList(),
                bindingName,
                skew == null ? null : skew.toMillis(),
                life.lease().holder().orElse(null));
    }

    @Override
    public boolean takesOrders() {
        return life.orderGate().refusal().isEmpty();
    }

    @Override
    public List<Impairment> impairments() {
        return life.impairments().present();
    }

    @Override
    public List<FarmStatus> farms() {
        return life.impairments().farms();
    }

    @Override
    public boolean useGateway(GatewayRole role, String reason) {
        return life.useGateway(role, reason);
    }

    @Override
    public boolean mayHaveWorkingOrders() {
        return settings.mayTrade() && life.listener().mayHaveWorkingOrders();
    }

    @Override
    public List<Alarm> alarms() {
        return life.alarms().active();
    }

    @Override
    public boolean isAlive(Duration patience) {
        CountDownLatch answered = new CountDownLatch(1);
        life.scheduler().execute(answered::countDown);
        try {
            return answered.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public OptionalInt orderOwner(long permId) {
        return life.owners().owner(permId).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    @Override
    public Optional<Instant> lastLateDataAt(int requestId) {
        return life.streams().lastLateAt(requestId);
    }

    @Override
    public int nextRequestId() {
        return life.facts().nextRequestId();
    }

    @Override
    public OptionalInt nextValidId() {
        return life.facts().nextValidId();
    }

    @Override
    public List<String> managedAccounts() {
        return life.facts().accounts();
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        if (request instanceof SessionRequest.ReqCurrentTime) {
            life.pending().onTimeAsked();
        }
        SendOutcome outcome = life.streams().send(request);
        if (request instanceof OrderRequest.PlaceOrder order && outcome.isAccepted()) {
            life.owners().sent(order.orderId());
        }
        if (request instanceof OrderRequest.CancelOrder cancel) {
            warnOfForeignOrder(cancel.orderId());
        }
        return outcome;
    }

    /** After the cancel went its way: an own order can be unknown here, and the gateway answers a foreign one with 10147. */
    private void warnOfForeignOrder(int orderId) {
        life.owners()
                .foreignOwner(orderId)
                .ifPresent(owner -> log.warn(
                        "cancel of a foreign order clientId={} orderId={} owner={} text=order {} was placed under id {}; cancel it there or use the global cancel",
                        clientId(),
                        orderId,
                        owner,
                        orderId,
                        owner));
    }

    @Override
    public Subscriptions subscriptions() {
        return life.streams();
    }

    @Override
    public CompletableFuture<RequestOutcome> ask(GatewayRequest request, Duration timeout) {
        RequestKind kind = RequestKind.of(request)
                .orElseThrow(() -> new IllegalArgumentException(
                        request.getClass().getSimpleName() + " has no end to wait for; use send"));
        Optional<Pending> registered =
                life.pending().register(request, kind, life.view().connection());
        if (registered.isEmpty()) {
            return refused(new SendOutcome.Refused(
                    LocalRefusal.ALREADY_PENDING, kind + " is under way; wait for its end or use another request id"));
        }
        Pending entry = registered.get();
        if (entry.isBehindLateAnswers()) {
            sendBarrierBefore(entry);
        }
        if (send(request) instanceof SendOutcome.Refused refusal) {
            life.pending().forget(entry);
            return refused(refusal);
        }
        Runnable cancelTimeout = life.scheduler()
                .schedule(
                        timeout, () -> life.handOver().post(() -> life.pending().onTimeout(entry, timeout)));
        return entry.future().whenComplete((_, _) -> cancelTimeout.run());
    }

    @Override
    public HistoryLine historyLine() {
        return life.lanes().historyLine();
    }

    @Override
    public boolean withdraw(int reqId) {
        if (!life.lanes().withdrawHistory(reqId)) {
            return false;
        }
        RequestOutcome.NotSent outcome = new RequestOutcome.NotSent(new SendOutcome.Refused(
                LocalRefusal.WITHDRAWN, "taken back while it waited for its turn; ask again when it is wanted"));
        life.handOver().post(() -> life.pending().withdraw(reqId, outcome));
        return true;
    }

    @Override
    public void giveUp(int reqId, Duration waited) {
        life.lanes().onAnswered(reqId, true);
        life.handOver().post(() -> life.pending().withdraw(reqId, new RequestOutcome.TimedOut(waited)));
    }

    /** In the lane of cancels it would overtake an earlier request that waits for its turn; then the ends are counted alone. */
    private void sendBarrierBefore(Pending entry) {
        if (life.lanes().waiting(Lane.DATA) == 0
                && send(new SessionRequest.ReqCurrentTime()).isAccepted()) {
            life.pending().barrierBefore(entry);
        }
    }

    private static CompletableFuture<RequestOutcome> refused(SendOutcome.Refused refusal) {
        return CompletableFuture.completedFuture(new RequestOutcome.NotSent(refusal));
    }

    private void synchronise(long run, long connection, Synchronisation.Cause cause) {
        try {
            chooseMarketDataType(cause);
            life.listener()
                    .synchronise(new SynchronisationSteps(
                            this,
                            connection,
                            cause,
                            life.gateways().address(),
                            life.gateways().hasChanged()));
            life.synchronised(run);
        } catch (InterruptedException e) {
            // The state was left meanwhile: nobody waits for the steps any more.
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (e instanceof Error) {
                log.error("synchronising failed clientId={} action=reconnect", clientId(), e);
            }
            String message =
                    e instanceof SynchronisationFailedException ? String.valueOf(e.getMessage()) : e.toString();
            life.synchroniseFailed(run, message);
        }
    }

    /** Forgotten by the gateway at every reconnect. Source: behaviour, section 4. */
    private void chooseMarketDataType(Synchronisation.Cause cause) {
        if (cause == Synchronisation.Cause.CONNECTED && marketDataType != MarketDataType.LIVE) {
            send(new MarketDataRequest.ReqMarketDataType(marketDataType));
        }
    }

    @Override
    public MarketDataType marketDataType() {
        return marketDataType;
    }

    /** Without a connection it is told with the next one. */
    @Override
    public void askForMarketDataType(MarketDataType type) {
        MarketDataRequest request = new MarketDataRequest.ReqMarketDataType(type);
        log.info("market data type asked for clientId={} type={} was={}", clientId(), type, marketDataType);
        marketDataType = type;
        if (isConnected()) {
            send(request);
        }
    }

    private boolean isConnected() {
        return switch (state()) {
            case SYNCHRONISING, READY, BROKER_DOWN, DEGRADED -> true;
            case DISCONNECTED, CONNECTING, HANDSHAKE, PLANNED_OUTAGE, REFUSED, CLOSED -> false;
        };
    }

    /** On the consumer thread nothing could be awaited: the answer comes on it. */
    private void endStreams() throws InterruptedException {
        List<GatewayRequest> cancels = life.streams().close();
        if (cancels.isEmpty() || !isConnected() || life.handOver().isConsumer()) {
            return;
        }
        boolean read =
                new OrderlyEnd(this, life.scheduler(), () -> life.lanes().waiting(Lane.DATA) == 0).await(cancels);
        log.info("streams ended clientId={} streams={} confirmed={}", clientId(), cancels.size(), read);
    }

    @Override
    public void close() {
        try {
            endStreams();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        life.close();
        try {
            life.awaitFinished(CLOSE_LIMIT);
            life.handOver().close(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        life.paces().close();
        life.lease().close();
        life.scheduler().shutdown();
    }
}
