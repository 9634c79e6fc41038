package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.bar.BarLedger.Mark;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.adapter.marketdata.StreamTeller;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent.RealtimeBar;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelRealTimeBars;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Five-second bars of the wanted symbols: streams them, publishes each once, and has what is missing filled from history.
 *
 * <p>The listener's methods are called on the session's consumer thread, the others on any.
 */
public final class BarDesk implements SessionParticipant, LineHolder {

    private static final Logger LOG = LoggerFactory.getLogger(BarDesk.class);

    /** The subscription is deactivated by a bust. Source: wire specification, behaviour 6: cancel and request again. */
    private static final int BUST = 10225;

    private static final int REMEMBERED_REQUESTS = 1_000;

    private final GatewaySession session;
    private final ContractDirectory contracts;
    private final BarSink sink;
    private final StatusSink statuses;
    private final BarFiller filler;
    private final StoredBars stored;
    private final BarProperties settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, BarLine> lines = new TreeMap<>();
    private final Map<Integer, BarLine> byRequest = new ConcurrentHashMap<>();
    private final Map<Integer, BarLine> formerRequests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BarLine> eldest) {
            return size() > REMEMBERED_REQUESTS;
        }
    };
    private boolean isUsable;

    BarDesk(
            GatewaySession session,
            ContractDirectory contracts,
            BarSink sink,
            StatusSink statuses,
            BarFiller filler,
            StoredBars stored,
            BarProperties settings,
            Clock clock,
            MeterRegistry meters) {
        this.session = session;
        this.contracts = contracts;
        this.sink = sink;
        this.statuses = statuses;
        this.filler = filler;
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        settings.symbols().forEach(this::want);
    }

    /** Wants the bars of a symbol from now on; false when they are wanted already. */
    synchronized boolean want(String symbol) {
        if (lines.containsKey(symbol)) {
            return false;
        }
        Instant now = clock.instant();
        BarLine line = new BarLine(symbol, settings.regularHours(), now, BarMeters.of(meters, symbol));
        lines.put(symbol, line);
        meters.gauge(
                AdapterMeter.BARS_MISSING.meterName(), List.of(Tag.of("symbol", symbol)), line.gap(), BarGap::missing);
        return true;
    }

    /** Wants them no more; false when they were not wanted. */
    synchronized boolean unwant(String symbol) {
        BarLine line = lines.remove(symbol);
        if (line == null) {
            return false;
        }
        byRequest.remove(line.requestId());
        session.subscriptions().unwant(line.key());
        StreamTeller teller = line.teller();
        if (teller != null) {
            teller.tell(MarketStatus.State.CANCELLED, "not wanted any more");
        }
        filler.onUnwanted(symbol);
        return true;
    }

    @Override
    public int linesHeld() {
        return byRequest.size();
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    /** Looks for symbols to resolve and bars to ask for. Called about once a second. */
    void check() {
        for (BarLine line : unseeded()) {
            seed(line);
        }
        checkLines();
    }

    private synchronized List<BarLine> unseeded() {
        lines.values().forEach(this::resolve);
        return lines.values().stream()
                .filter(line -> line.contract() != null && !line.isSeeded())
                .toList();
    }

    /** Blocks on the database, so outside the monitor. Without it bars may be published again, which their identity tells. */
    private void seed(BarLine line) {
        Instant from = clock.instant().minus(settings.lookBack());
        Map<Instant, Bar.Source> known = Map.of();
        try {
            known = stored.since(Objects.requireNonNull(line.contract()).id(), from);
        } catch (DataAccessException e) {
            LOG.warn("stored bars not read symbol={} cause={}; asked of history again", line.symbol(), e.toString());
        }
        synchronized (this) {
            known.forEach((start, source) ->
                    line.ledger().mark(Slots.of(start), source == Bar.Source.LIVE ? Mark.LIVE : Mark.BACK_FILLED));
            line.onSeeded(from);
        }
    }

    private synchronized void checkLines() {
        Instant now = clock.instant();
        for (BarLine line : lines.values()) {
            if (line.isSeeded()) {
                line.countExpected(due(now));
                line.forgetBefore(now.minus(Duration.ofDays(settings.keepDays())));
                filler.check(line, now, due(now), isUsable, this, bars -> fill(line, bars));
            }
        }
    }

    /** Bars before this slot should have come. */
    private long due(Instant now) {
        return Slots.of(now.minus(settings.grace()));
    }

    private void resolve(BarLine line) {
        ContractReference reference = contracts.reference(line.symbol()).orElse(null);
        if (reference == null) {
            line.say("not resolved; put it on the watch list, or look at /api/v1/contracts", clock.instant());
            return;
        }
        line.hours().learn(reference);
        Contract contract = reference.contract();
        Contract known = line.contract();
        if (known == null || !known.id().equals(contract.id())) {
            Subscription wanted = line.resolve(contract, new StreamTeller(statuses, clock, contract, "REAL_TIME_BARS"));
            session.subscriptions().want(wanted);
        }
    }

    /** History has given missing bars; any thread. */
    private synchronized void fill(BarLine line, List<Bar> bars) {
        if (lines.get(line.symbol()) != line) {
            return;
        }
        List<Bar> news = new ArrayList<>();
        for (Bar bar : bars) {
            long slot = Slots.of(bar.start());
            if (line.ledger().isMissing(slot) && line.ledger().mark(slot, Mark.BACK_FILLED)) {
                news.add(bar);
            }
        }
        if (!news.isEmpty()) {
            line.meters().backFilled().increment(news.size());
            sink.publish(news);
        }
    }

    synchronized List<BarLineView> views() {
        return lines.values().stream().map(BarLine::view).toList();
    }

    synchronized Optional<BarLineView> view(String symbol) {
        return Optional.ofNullable(lines.get(symbol)).map(BarLine::view);
    }

    /** @param day of each symbol's exchange, null = its day now */
    synchronized List<BarCompleteness> completeness(@Nullable LocalDate day) {
        Instant now = clock.instant();
        return lines.values().stream()
                .map(line -> BarCompleteness.of(
                        line.symbol(),
                        day == null ? LocalDate.ofInstant(now, line.hours().zone()) : day,
                        line.ledger(),
                        line.hours(),
                        line.countedFrom(),
                        Slots.start(due(now))))
                .toList();
    }

    boolean isResolved(String symbol) {
        return contracts.find(symbol).isPresent();
    }

    @Override
    public synchronized void onStateChange(SessionEvent event) {
        isUsable = event.state().isUsable();
    }

    @Override
    public synchronized void onSubscription(SubscriptionStatus status) {
        for (BarLine line : lines.values()) {
            if (line.isAbout(status.subscription()) && !(status.state() instanceof SubscriptionState.Cancelled)) {
                onStatus(line, status);
            }
        }
    }

    private void onStatus(BarLine line, SubscriptionStatus status) {
        if (status.requestId() != line.requestId()) {
            byRequest.remove(line.requestId());
            line.onRequest(status.requestId(), clock.instant());
            if (status.requestId() != 0) {
                byRequest.put(status.requestId(), line);
                formerRequests.put(status.requestId(), line);
            }
        }
        line.onStatus(status);
    }

    @Override
    public synchronized void onGap(SessionGap gap) {
        tellers().forEach(teller -> teller.onGap(gap));
    }

    @Override
    public synchronized void onBacklog(Backlog backlog) {
        tellers().forEach(teller -> teller.onBacklog(backlog));
    }

    private List<StreamTeller> tellers() {
        return lines.values().stream()
                .map(BarLine::teller)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void onEvents(EventBatch batch) {
        List<Bar> bars = new ArrayList<>();
        for (GatewayEvent event : batch.events()) {
            if (event instanceof RealtimeBar bar) {
                onBar(batch, bar, bars);
            } else if (event instanceof ErrorMessage error && error.errorCode() == BUST) {
                onBust(error.id());
            }
        }
        if (!bars.isEmpty()) {
            sink.publish(bars);
        }
    }

    private void onBar(EventBatch batch, RealtimeBar event, List<Bar> bars) {
        BarLine line = byRequest.get(event.reqId());
        if (line != null && Math.floorMod(event.time().getEpochSecond(), Bar.SECONDS) == 0) {
            take(batch, event, line, bars);
        }
    }

    private synchronized void take(EventBatch batch, RealtimeBar event, BarLine line, List<Bar> bars) {
        Contract contract = line.contract();
        if (contract == null || !line.isWhole(event.time())) {
            return;
        }
        if (!line.ledger().mark(Slots.of(event.time()), Mark.LIVE)) {
            line.meters().repeated().increment();
            return;
        }
        Bar bar = new Bar(
                contract.symbol(),
                contract.id(),
                event.time(),
                event.open(),
                event.high(),
                event.low(),
                event.close(),
                event.volume(),
                event.wap(),
                event.count(),
                Bar.Source.LIVE,
                batch.connection(),
                batch.receivedAt());
        line.onLast(bar);
        line.meters().received().increment();
        bars.add(bar);
    }

    /** The session has asked again already; the ended request is cancelled too, as the broker wants it. */
    private synchronized void onBust(int requestId) {
        BarLine line = formerRequests.get(requestId);
        if (line != null) {
            line.meters().busted().increment();
            session.send(new CancelRealTimeBars(requestId));
            LOG.warn("bars ended by a bust and asked for again symbol={} requestId={}", line.symbol(), requestId);
        }
    }
}
