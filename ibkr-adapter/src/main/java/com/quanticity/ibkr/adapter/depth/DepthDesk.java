package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.depth.book.Applied;
import com.quanticity.ibkr.adapter.depth.book.BookSnapshot;
import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome;
import com.quanticity.ibkr.adapter.depth.rotation.DepthRefusal;
import com.quanticity.ibkr.adapter.depth.rotation.Rotation;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView;
import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Market depth of this service: tells the rotation what happens, keeps the books, publishes what changes. Thread-safe.
 *
 * <p>The listener's methods are called on the session's consumer thread, {@link #check} on a thread of its own, the others on any.
 */
public final class DepthDesk implements SessionParticipant {

    private final GatewaySession session;
    private final ContractDirectory contracts;
    private final DepthFeed feed;
    private final DepthStatuses statuses;
    private final DepthMeters meters;
    private final DepthHistory history;
    private final DepthRequests requests;
    private final DepthProperties settings;
    private final Clock clock;
    private final Rotation rotation;
    private String held = "";
    private long connection;

    DepthDesk(
            GatewaySession session,
            ContractDirectory contracts,
            DepthFeed feed,
            DepthStatuses statuses,
            DepthEvents events,
            DepthMeters meters,
            DepthHistory history,
            EntitlementSink entitlements,
            DepthProperties settings,
            Clock clock) {
        this.session = session;
        this.contracts = contracts;
        this.feed = feed;
        this.statuses = statuses;
        this.meters = meters;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.requests = new DepthRequests(session, contracts, feed, events, meters, entitlements, settings);
        this.rotation = new Rotation(settings.rotationRules(), settings.symbols(), requests);
        if (!settings.enabled()) {
            hold("switched off by ibkr.adapter.depth.enabled", clock.instant());
        }
        for (int slot = 1; slot <= settings.slots(); slot++) {
            int index = slot - 1;
            meters.timeLeft(slot, () -> secondsLeft(index));
        }
    }

    /** Makes time pass. Called several times a second. */
    synchronized void check() {
        Instant now = clock.instant();
        requests.results().forEach(result -> rotation.onBarrier(result.number(), result.result(), now));
        requests.sendWaitingCancels();
        noteImpairments(now);
        for (DepthLine line : List.copyOf(feed.lines())) {
            if (line.book.crossedFor(now).compareTo(settings.crossedRenewal()) > 0) {
                broken(line, "crossed for " + line.book.crossedFor(now).toSeconds() + " s", now);
            }
        }
        rotation.tick(now);
        feed.flush();
    }

    /** The book of a symbol now; of a symbol that has no slot one without rows. Any thread. */
    public synchronized DepthBookView book(String symbol) {
        Instant now = clock.instant();
        Optional<DepthLine> found = feed.find(symbol);
        if (found.isEmpty()) {
            Contract contract = contracts.find(symbol).orElse(null);
            String reason = contract == null ? "contract not resolved" : "it has no depth slot at the moment";
            BookSnapshot none = BookSnapshot.none(reason, now);
            return new DepthBookView(
                    symbol, contract == null ? null : contract.id(), 0, 0, settings.isSmart(), false, null, "", none);
        }
        DepthLine line = found.get();
        BookSnapshot snapshot = line.book.snapshot(now);
        return new DepthBookView(
                symbol,
                line.contract.id(),
                line.requestId(),
                line.connection,
                line.request.isSmartDepth(),
                snapshot.isValid(),
                snapshot.age(),
                line.advisory,
                snapshot);
    }

    synchronized RotationView view() {
        return rotation.view(clock.instant());
    }

    /** Turns that are over, newest first, as far as they are in memory. */
    List<Turn> turns(int most) {
        return history.last(most);
    }

    synchronized RotationWishes wishes() {
        return rotation.wishes();
    }

    /** Goes on where an earlier start ended; called before there is a session. */
    synchronized void restore(RotationWishes wishes, boolean isQueueReconfigured) {
        rotation.restore(wishes, settings.symbols(), isQueueReconfigured, clock.instant());
    }

    synchronized CommandOutcome pin(String symbol, @Nullable Instant until) {
        return command(now -> rotation.pin(symbol, until, now));
    }

    synchronized CommandOutcome unpin(String symbol) {
        return command(now -> rotation.unpin(symbol, now));
    }

    synchronized CommandOutcome skip(String symbol) {
        return command(now -> rotation.skip(symbol, now));
    }

    synchronized CommandOutcome queue(List<String> symbols) {
        return command(now -> rotation.queue(symbols, now));
    }

    synchronized CommandOutcome pause(String reason) {
        return command(now -> rotation.pause(reason, now));
    }

    synchronized CommandOutcome resume() {
        return command(rotation::resume);
    }

    private CommandOutcome command(Function<Instant, CommandOutcome> command) {
        CommandOutcome outcome = command.apply(clock.instant());
        feed.flush();
        return outcome;
    }

    @Override
    public synchronized void onStateChange(SessionEvent event) {
        Instant now = clock.instant();
        String why = "session is " + event.state() + (event.reason().isEmpty() ? "" : ": " + event.reason());
        switch (event.state()) {
            case READY, DEGRADED -> usable(event, now);
            case BROKER_DOWN, SYNCHRONISING -> {
                rotation.onSuspended(why);
                breakBooks(why, now);
            }
            case DISCONNECTED, CONNECTING, HANDSHAKE, PLANNED_OUTAGE, REFUSED, CLOSED -> lost(why, now);
        }
        feed.flush();
    }

    private void usable(SessionEvent event, Instant now) {
        SessionGap gap = event.gap();
        if (event.connection() != connection || (gap != null && gap.streamsLost())) {
            lost("the gateway has forgotten every request", now);
            connection = event.connection();
        }
        requests.onConnection(connection);
        noteImpairments(now);
        rotation.onUsable(now);
    }

    private void lost(String why, Instant now) {
        rotation.onLost(why, now);
        requests.forget();
    }

    @Override
    public synchronized void onGap(SessionGap gap) {
        statuses.onGap(feed.lines(), gap);
    }

    @Override
    public synchronized void onBacklog(Backlog backlog) {
        statuses.onBacklog(feed.lines(), backlog);
    }

    @Override
    public synchronized void onFarm(FarmStatus farm) {
        noteImpairments(clock.instant());
        feed.flush();
    }

    /** What holds orders holds depth: a broken farm we trade by, or another session that has the data. */
    private void noteImpairments(Instant now) {
        if (!settings.enabled()) {
            return;
        }
        String why = session.impairments().stream()
                .filter(impairment -> impairment.holdsOrders()
                        && (impairment.kind() == Impairment.Kind.MARKET_DATA_FARM
                                || impairment.kind() == Impairment.Kind.COMPETING_SESSION))
                .map(Impairment::text)
                .findFirst()
                .orElse("");
        if (why.isEmpty() != held.isEmpty()) {
            hold(why, now);
        }
    }

    private void hold(String why, Instant now) {
        held = why;
        if (!why.isEmpty()) {
            breakBooks(why, now);
            statuses.silent(feed.lines(), why);
        }
        rotation.onHold(why, now);
    }

    private void breakBooks(String why, Instant now) {
        feed.lines().forEach(line -> feed.breakBook(line, "rows may be missing: " + why, now));
    }

    @Override
    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof DepthEvent.Row || event instanceof ErrorMessage) {
                onDepth(batch);
                return;
            }
        }
    }

    private synchronized void onDepth(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof DepthEvent.Row row) {
                onRow(row, batch);
            } else if (event instanceof ErrorMessage error && !error.isAboutSession()) {
                onAnswer(error);
            }
        }
        feed.flush();
    }

    private void onRow(DepthEvent.Row row, EventBatch batch) {
        DepthLine line = feed.find(row.reqId());
        if (line == null) {
            requests.cancelOrphan(row);
            return;
        }
        meters.row();
        rotation.onRow(row.reqId(), batch.receivedAt());
        if (!line.isServedTold) {
            line.isServedTold = true;
            requests.entitlements().served(requests.target(line), MarketDataType.LIVE);
        }
        if (feed.onRow(line, row, batch.receivedAt()) == Applied.BROKE) {
            broken(line, line.book.whyBroken(), batch.receivedAt());
        }
    }

    private void broken(DepthLine line, String why, Instant now) {
        meters.broke();
        rotation.onBroken(line.requestId(), why, now);
    }

    private void onAnswer(ErrorMessage error) {
        DepthLine line = feed.find(error.id());
        Instant now = clock.instant();
        if (line != null) {
            requests.entitlements().answered(requests.target(line), error.errorCode(), error.errorMsg());
        }
        switch (DepthAnswer.of(error)) {
            case FULL -> refused(error, DepthRefusal.FULL, now);
            case HALTED -> refused(error, DepthRefusal.HALTED, now);
            case DUPLICATE -> refused(error, DepthRefusal.DUPLICATE, now);
            case REFUSED -> refused(error, DepthRefusal.REFUSED, now);
            case UNKNOWN -> rotation.onUnknownAtGateway(error.id(), now);
            case RESET -> {
                if (line != null) {
                    meters.reset();
                    feed.reset(line, "317 " + error.errorMsg(), now);
                }
            }
            case ADVISORY -> {
                if (line != null) {
                    line.advisory = error.errorCode() + " " + error.errorMsg();
                }
            }
        }
    }

    private void refused(ErrorMessage error, DepthRefusal refusal, Instant now) {
        rotation.onRefused(
                error.id(), refusal, error.errorCode(), error.errorMsg().strip(), now);
    }

    private synchronized double secondsLeft(int slot) {
        Duration left = rotation.view(clock.instant()).slots().get(slot).timeLeft();
        return left == null ? Double.NaN : left.toMillis() / 1000.0;
    }
}
