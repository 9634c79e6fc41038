package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.marketdata.StatusSink;
import com.quanticity.ibkr.adapter.marketdata.StreamTeller;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.adapter.tickbytick.TickPlan.Turn;
import com.quanticity.ibkr.gateway.session.Backlog;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of single ticks: hands each to the session when its turn has come, takes it back when the gateway has forgotten it or has no
 * place for it, so that the pause between two requests for one instrument is kept over reconnects too, and publishes what comes.
 *
 * <p>The listener's methods are called on the session's consumer thread, the others on any.
 */
public final class TickByTickDesk implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(TickByTickDesk.class);
    private static final int REMEMBERED_STREAMS = 32;

    private final GatewaySession session;
    private final ContractDirectory contracts;
    private final StatusSink statuses;
    private final ThirdStream third;
    private final TickByTickProperties settings;
    private final Clock clock;
    private final TickMeters meters;
    private final TickPlan plan;
    private final TickFeed feed;
    private final List<TickLine> permanent = new ArrayList<>();
    private final Map<TickStream, PastTicks> pasts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TickStream, PastTicks> eldest) {
            return size() > REMEMBERED_STREAMS;
        }
    };
    private @Nullable TickLine thirdLine;
    private boolean isUsable;
    private String whyNot = "no session yet";

    TickByTickDesk(
            GatewaySession session,
            ContractDirectory contracts,
            TickSink sink,
            StatusSink statuses,
            ThirdStream third,
            TickByTickProperties settings,
            Clock clock,
            TickMeters meters) {
        this.session = session;
        this.contracts = contracts;
        this.statuses = statuses;
        this.third = third;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.plan = new TickPlan(settings.slots(), settings.requestInterval());
        this.feed = new TickFeed(sink, meters, clock, settings.historyTicks());
        settings.permanent().forEach(stream -> permanent.add(line(stream, false)));
    }

    /** Gives every stream its turn. Called a few times a second and after every change. */
    synchronized void check() {
        Instant now = clock.instant();
        followTrade(now);
        int taken = 0;
        for (TickLine line : lines()) {
            if (giveTurn(line, taken, now)) {
                taken++;
            }
        }
    }

    /** A person's choice of the third stream. */
    synchronized void chooseThird(TickStream stream) {
        third.choose(stream, clock.instant());
        check();
    }

    /** Lets orders choose the third stream again. */
    synchronized void followOrders() {
        third.follow(clock.instant());
        check();
    }

    synchronized TickByTickView view() {
        Instant now = clock.instant();
        ThirdStream.Choice choice = third.at(now);
        List<TickLineView> views = new ArrayList<>();
        int used = 0;
        for (TickLine line : lines()) {
            used += line.isAsked() ? 1 : 0;
            Contract contract = line.contract();
            views.add(line.view(contract == null ? null : plan.nextAllowed(contract.id()), now));
        }
        return new TickByTickView(
                plan.slots(),
                settings.quota() != null
                        ? "ibkr.adapter.tick-by-tick.quota"
                        : settings.marketDataLines() + " market data lines / 100, at least 3, at most 60; depth has the"
                                + " same formula, whether both share one pool is not documented",
                used,
                meters.quotaRefusals(),
                settings.requestInterval().toSeconds(),
                new TickByTickView.Third(
                        choice == null ? null : choice.stream().symbol(),
                        choice == null ? null : choice.by(),
                        choice == null ? null : choice.since(),
                        third.traded(),
                        settings.followOrders() && (choice == null || choice.by() == ThirdStream.Chooser.ORDERS)),
                views);
    }

    boolean isPermanent(TickStream stream) {
        return settings.permanent().contains(stream);
    }

    TickKind thirdKind() {
        return third.kind();
    }

    Optional<Contract> contract(String symbol) {
        return contracts.find(symbol);
    }

    @Override
    public synchronized void onStateChange(SessionEvent event) {
        isUsable = event.state().isUsable();
        if (isUsable) {
            check();
            return;
        }
        whyNot = "the session is not READY; asked for when it is";
        if (event.state() != SessionState.BROKER_DOWN && event.state() != SessionState.SYNCHRONISING) {
            onStreamsLost();
        }
    }

    /** After 1100 and 1102 the session waits for data under the same request; in all other cases a new one needs its turn. */
    private void onStreamsLost() {
        Instant now = clock.instant();
        for (TickLine line : lines()) {
            if (line.isAsked()) {
                withdraw(line);
            }
            line.say(State.WAITING, whyNot, null, now);
        }
    }

    @Override
    public synchronized void onSubscription(SubscriptionStatus status) {
        lines().stream()
                .filter(line -> line.isAbout(status.subscription()))
                .findFirst()
                .ifPresent(line -> onStatus(line, status));
    }

    private void onStatus(TickLine line, SubscriptionStatus status) {
        SubscriptionState state = status.state();
        if (state instanceof SubscriptionState.Cancelled) {
            // Of an earlier request: one of ours was withdrawn before this can be said of it.
            return;
        }
        int before = line.requestId();
        if (status.requestId() != before) {
            feed.forget(before);
            line.onRequest(status.requestId());
            begin(line);
        }
        if (isUsable && state instanceof SubscriptionState.Waiting && status.requestId() == 0 && before != 0) {
            turnAway(line, state.why());
        } else {
            line.onStatus(status);
        }
    }

    private void begin(TickLine line) {
        Contract contract = line.contract();
        if (line.requestId() != 0 && contract != null) {
            plan.onAsked(contract.id(), clock.instant());
            feed.begin(line.requestId(), contract, line);
        }
    }

    private void turnAway(TickLine line, String why) {
        Instant now = clock.instant();
        withdraw(line);
        Duration pause = line.turnAway(settings.quotaRetry(), settings.quotaRetryMax(), now);
        line.say(State.WAITING, why, line.notBefore(), now);
        LOG.warn("tick-by-tick stream turned away stream={} pause={} reason={}", line.stream(), pause, why);
    }

    @Override
    public synchronized void onGap(SessionGap gap) {
        for (TickLine line : lines()) {
            StreamTeller teller = line.teller();
            if (teller != null) {
                teller.onGap(gap);
            }
        }
    }

    @Override
    public synchronized void onBacklog(Backlog backlog) {
        for (TickLine line : lines()) {
            StreamTeller teller = line.teller();
            if (teller != null) {
                teller.onBacklog(backlog);
            }
        }
    }

    @Override
    public void onEvents(EventBatch batch) {
        if (feed.onEvents(batch)) {
            forgotten();
        }
    }

    /** 1101: the gateway is back and has forgotten the streams. */
    private synchronized void forgotten() {
        onStreamsLost();
    }

    private void followTrade(Instant now) {
        ThirdStream.Choice choice = third.at(now);
        TickLine present = thirdLine;
        if (choice == null || present != null && present.stream().equals(choice.stream())) {
            return;
        }
        if (present != null) {
            withdraw(present);
            present.say(State.CANCELLED, "the third stream is " + choice.stream() + " now", null, now);
        }
        thirdLine = line(choice.stream(), true);
        LOG.info("third tick-by-tick stream stream={} chosenBy={}", choice.stream(), choice.by());
    }

    /** Returns whether the stream takes a slot. */
    private boolean giveTurn(TickLine line, int slotsTaken, Instant now) {
        Contract contract = contracts.find(line.stream().symbol()).orElse(null);
        Contract known = line.contract();
        if (contract != null && (known == null || !known.id().equals(contract.id()))) {
            withdraw(line);
            line.resolve(
                    contract,
                    one -> new StreamTeller(statuses, clock, one, line.stream().statusKind()));
        }
        return switch (plan.turn(line.stream(), contract, slotsTaken)) {
            case Turn.Refuse(String reason) -> {
                withdraw(line);
                line.say(State.REFUSED, reason, null, now);
                yield false;
            }
            case Turn.Wait wait -> {
                withdraw(line);
                line.say(State.WAITING, wait.reason(), wait.until(), now);
                yield wait.holdsSlot();
            }
            case Turn.Ask(Contract wanted) -> {
                if (!line.isAsked()) {
                    askOrWait(line, wanted, now);
                }
                yield true;
            }
        };
    }

    private void askOrWait(TickLine line, Contract contract, Instant now) {
        if (!isUsable) {
            line.say(State.WAITING, whyNot, null, now);
            return;
        }
        switch (plan.when(contract, line.notBefore(), line.reason(), now)) {
            case Turn.Wait wait -> line.say(State.WAITING, wait.reason(), wait.until(), now);
            case Turn.Refuse(String reason) -> line.say(State.REFUSED, reason, null, now);
            case Turn.Ask _ -> {
                plan.onAsked(contract.id(), now);
                session.subscriptions().want(line.ask(settings.historyTicks()));
            }
        }
    }

    private void withdraw(TickLine line) {
        if (line.isAsked()) {
            feed.forget(line.requestId());
            line.withdraw();
            session.subscriptions().unwant(line.stream().key());
        }
    }

    private List<TickLine> lines() {
        TickLine last = thirdLine;
        if (last == null) {
            return permanent;
        }
        List<TickLine> all = new ArrayList<>(permanent);
        all.add(last);
        return all;
    }

    private TickLine line(TickStream stream, boolean isThird) {
        PastTicks past = pasts.computeIfAbsent(stream, _ -> new PastTicks(Math.max(settings.historyTicks(), 1)));
        return new TickLine(stream, isThird, past, clock.instant());
    }
}
