package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Halt;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.adapter.stream.ItemSequence;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Level 1 data of every resolved contract: wants it of the session, which asks for it and keeps it alive, makes quotes of the ticks and
 * numbers them, and tells where each subscription stands.
 *
 * <p>{@link #want}, {@link #unwant}, {@link #askFor}, {@link #subscriptions}, {@link #linesInUse} and {@link #whyNotLive} may be called on any thread, all other
 * methods on the session's consumer thread.
 */
public final class SubscriptionDesk implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionDesk.class);

    /** Of symbols that nobody ranked. */
    public static final int USUAL_PRIORITY = 100;

    private final GatewaySession session;
    private final QuoteSink publisher;
    private final StatusSink statuses;
    private final ExchangeNames exchanges;
    private final Level1Properties settings;
    private final Clock clock;
    private final Map<String, Level1> wanted = new ConcurrentSkipListMap<>();
    private final Map<String, Level1> byKey = new ConcurrentHashMap<>();
    private final Map<Integer, Level1> byRequest = new HashMap<>();

    /** The first wanted of each contract, replaced as a whole: the order gate asks for one with each decision. */
    private volatile Map<ContractId, Level1> byContract = Map.of();

    private volatile @Nullable String behind;
    private final ItemSequence sequence = new ItemSequence();

    SubscriptionDesk(
            GatewaySession session,
            QuoteSink publisher,
            StatusSink statuses,
            ExchangeNames exchanges,
            Level1Properties settings,
            Clock clock) {
        this.session = session;
        this.publisher = publisher;
        this.statuses = statuses;
        this.exchanges = exchanges;
        this.settings = settings;
        this.clock = clock;
    }

    /** Wants this contract's data under its own symbol, at the usual priority. */
    public void want(Contract contract) {
        want(contract.symbol(), contract, USUAL_PRIORITY);
    }

    /**
     * Wants a contract's data from now on; another contract or priority under the same symbol replaces it.
     *
     * @param symbol the desk's name of the contract: of its quotes and statuses
     * @param priority lower ones are asked for first
     */
    public synchronized void want(String symbol, Contract contract, int priority) {
        Level1 level1 = new Level1(symbol, contract, priority, settings, clock.instant());
        Level1 known = wanted.get(symbol);
        if (known != null && known.subscription().equals(level1.subscription())) {
            return;
        }
        wanted.put(symbol, level1);
        indexByContract();
        byKey.put(level1.subscription().key(), level1);
        session.subscriptions().want(level1.subscription());
    }

    /** Ends it; its status CANCELLED follows. Unknown symbols change nothing. */
    public synchronized void unwant(String symbol) {
        Level1 level1 = wanted.remove(symbol);
        if (level1 != null) {
            indexByContract();
            session.subscriptions().unwant(level1.subscription().key());
        }
    }

    private void indexByContract() {
        Map<ContractId, Level1> index = new HashMap<>();
        wanted.values().forEach(level1 -> index.putIfAbsent(level1.contract().id(), level1));
        byContract = index;
    }

    /** Asks for data of another freshness: everything wanted is asked for anew, because a type holds for later requests only. */
    public synchronized void askFor(MarketDataType type) {
        if (session.marketDataType() == type) {
            return;
        }
        session.askForMarketDataType(type);
        for (Level1 level1 : wanted.values()) {
            session.subscriptions().unwant(level1.subscription().key());
            session.subscriptions().want(level1.subscription());
        }
    }

    /**
     * Why the data of a contract may not price an order now: not subscribed, not live, delayed, frozen, silent, in a gap, or late. Empty
     * when it may. Any thread.
     */
    public Optional<String> whyNotLive(ContractId contractId) {
        Level1 its = byContract.get(contractId);
        if (its == null) {
            return Optional.of("no level 1 data of it is subscribed");
        }
        String late = behind;
        return Optional.ofNullable(late != null ? late : its.whyNotLive());
    }

    /** Whether level 1 data was asked for under a request id lately. Any thread. */
    public boolean hasAsked(int requestId) {
        return wanted.values().stream().anyMatch(level1 -> level1.wasAskedUnder(requestId));
    }

    /** Subscriptions that the gateway has a line for, or was asked to. Any thread. */
    public int linesInUse() {
        return (int) wanted.values().stream().filter(Level1::hasLine).count();
    }

    /** Every wanted subscription, by symbol. Any thread. */
    List<SubscriptionView> subscriptions() {
        return wanted.values().stream().map(this::view).toList();
    }

    private SubscriptionView view(Level1 level1) {
        return level1.view(session.subscriptions()
                .find(level1.subscription().key())
                .map(SubscriptionStatus::allowedPause)
                .orElse(null));
    }

    @Override
    public void onStateChange(SessionEvent event) {
        publisher.onSessionReady(event.state().isUsable());
    }

    /** Statuses of a contract that was replaced meanwhile are about nothing any more. */
    @Override
    public void onSubscription(SubscriptionStatus status) {
        if (status.state() instanceof SubscriptionState.Cancelled) {
            byRequest.values().removeIf(old -> old.subscription().equals(status.subscription()));
        }
        Level1 level1 = byKey.get(status.key());
        if (level1 == null || !level1.subscription().equals(status.subscription())) {
            return;
        }
        if (status.state() instanceof SubscriptionState.Cancelled) {
            onCancelled(level1, status);
            return;
        }
        if (status.requestId() != level1.requestId()) {
            begin(level1, status.requestId());
        }
        level1.onStatus(status);
        tell(level1, status);
        publisher.onServed(level1.symbol(), level1.served() != null);
    }

    /** Asked for anew at once, it stays as wanted as it was. */
    private void onCancelled(Level1 level1, SubscriptionStatus status) {
        publisher.forget(level1.symbol());
        level1.onStatus(status);
        if (wanted.get(level1.symbol()) != level1) {
            byKey.remove(level1.subscription().key(), level1);
            statuses.publish(
                    status(level1, MarketStatus.State.CANCELLED, "", status.connection(), status.lastDataAt(), null));
        }
    }

    /** The book of a stream that the gateway kept goes on when the gap is over. */
    @Override
    public void onGap(SessionGap gap) {
        if (!gap.isOpen()) {
            return;
        }
        for (Level1 level1 : wanted.values()) {
            level1.onGap(gap.from());
            publisher.onServed(level1.symbol(), false);
            statuses.publish(status(
                    level1,
                    MarketStatus.State.GAP,
                    gap.reason(),
                    gap.connectionBefore(),
                    level1.lastTickAt(),
                    gap.from()));
        }
    }

    /** While this service is behind its data is late; when it has caught up each stream is what it was. */
    @Override
    public void onBacklog(Backlog backlog) {
        behind = backlog.isBehind() ? reason(backlog) : null;
        publisher.onBehind(behind);
        for (Level1 level1 : wanted.values()) {
            if (backlog.isBehind()) {
                tellServed(level1, MarketStatus.State.BEHIND, reason(backlog));
            } else {
                tellServed(level1, null, reason(backlog));
                tellHalt(level1);
            }
        }
    }

    /** @param state null for what it is by itself; nothing is told of a stream that is not served */
    private void tellServed(Level1 level1, MarketStatus.@Nullable State state, String reason) {
        SubscriptionStatus served = level1.served();
        if (served != null) {
            MarketStatus.State told = state == null ? stateOf(served.state()) : state;
            statuses.publish(status(level1, told, reason, served.connection(), level1.lastTickAt(), null));
        }
    }

    /** A halt outlasts every state, so it is told after each that would end it. */
    private void tellHalt(Level1 level1) {
        if (level1.halt().isHalted()) {
            tellServed(level1, MarketStatus.State.HALTED, "trading is halted: " + level1.halt());
        }
    }

    private static String reason(Backlog backlog) {
        return backlog.isBehind()
                ? backlog.waitingEvents() + " of " + backlog.capacity() + " events wait in the adapter"
                : "the adapter has caught up";
    }

    @Override
    public void onEvents(EventBatch batch) {
        List<Quote> quotes = new ArrayList<>(batch.events().size());
        for (GatewayEvent event : batch.events()) {
            if (event instanceof TickEvent answer) {
                onAnswer(batch, answer, quotes);
            }
        }
        if (!quotes.isEmpty()) {
            publisher.publish(quotes);
        }
    }

    private void begin(Level1 level1, int requestId) {
        byRequest.remove(level1.requestId());
        level1.onRequested(requestId);
        publisher.forget(level1.symbol());
        if (requestId != 0) {
            byRequest.put(requestId, level1);
        }
    }

    private void tell(Level1 level1, SubscriptionStatus status) {
        SubscriptionState state = status.state();
        if (state.isConfirmed()) {
            Instant gapFrom = level1.takeGap();
            if (gapFrom != null) {
                statuses.publish(status(
                        level1, MarketStatus.State.RESUMED, "", status.connection(), status.lastDataAt(), gapFrom));
            }
        }
        boolean isSilent = state instanceof SubscriptionState.Silent silent && !silent.isOfSession();
        if (isSilent || state instanceof SubscriptionState.Refused) {
            LOG.warn(
                    "market data not served symbol={} state={} reason={}",
                    level1.symbol(),
                    stateOf(state),
                    state.why());
        }
        statuses.publish(status(level1, stateOf(state), state.why(), status.connection(), status.lastDataAt(), null));
        tellHalt(level1);
    }

    private MarketStatus status(
            Level1 level1,
            MarketStatus.State state,
            String reason,
            long connection,
            @Nullable Instant lastDataAt,
            @Nullable Instant gapFrom) {
        return new MarketStatus(
                level1.symbol(),
                level1.contract().id(),
                level1.subscription().kind().name(),
                state,
                reason,
                connection,
                lastDataAt,
                gapFrom,
                clock.instant());
    }

    private static MarketStatus.State stateOf(SubscriptionState state) {
        return switch (state) {
            case SubscriptionState.Waiting _ -> MarketStatus.State.WAITING;
            case SubscriptionState.Requested _ -> MarketStatus.State.REQUESTED;
            case SubscriptionState.Live _ -> MarketStatus.State.LIVE;
            case SubscriptionState.Delayed _ -> MarketStatus.State.DELAYED;
            case SubscriptionState.Silent _ -> MarketStatus.State.SILENT;
            case SubscriptionState.Refused _ -> MarketStatus.State.REFUSED;
            case SubscriptionState.Cancelled _ -> MarketStatus.State.CANCELLED;
        };
    }

    private void onAnswer(EventBatch batch, TickEvent answer, List<Quote> quotes) {
        Level1 level1 = byRequest.get(answer.reqId());
        if (level1 == null) {
            return;
        }
        Instant receivedAt = batch.receivedAt();
        if (isTick(answer)) {
            level1.onTick(receivedAt);
        }
        if (level1.facts().apply(answer)) {
            onFacts(level1, answer);
        }
        if (level1.book().apply(answer)) {
            level1.onQuote();
            quotes.add(level1.book().quote(batch.connection(), sequence.next(batch.connection()), receivedAt));
        }
    }

    private void onFacts(Level1 level1, TickEvent told) {
        Level1Facts facts = level1.facts().facts();
        publisher.onFacts(level1.symbol(), facts);
        if (told instanceof TickEvent.TickReqParams) {
            exchanges.onKey(facts.bboExchange());
        } else if (told instanceof TickEvent.TickGeneric number
                && number.tickType().live() == TickType.HALTED) {
            onHalt(level1, facts.halted());
        }
    }

    private void onHalt(Level1 level1, Halt told) {
        boolean wasHalted = level1.halt().isHalted();
        if (!level1.isNewHalt(told)) {
            return;
        }
        LOG.info("trading halt symbol={} halted={}", level1.symbol(), told);
        if (told.isHalted()) {
            tellHalt(level1);
        } else if (wasHalted) {
            tellServed(level1, null, "trading is not halted any more");
        }
    }

    private static boolean isTick(TickEvent answer) {
        return answer instanceof TickEvent.TickPrice
                || answer instanceof TickEvent.TickSize
                || answer instanceof TickEvent.TickString
                || answer instanceof TickEvent.TickGeneric;
    }
}
