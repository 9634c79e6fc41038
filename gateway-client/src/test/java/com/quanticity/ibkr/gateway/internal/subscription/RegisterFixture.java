package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.internal.thread.MovedClock;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A register whose clock is moved by hand and whose port records. Market closed or open is the test's choice. */
abstract class RegisterFixture {

    static final int FIRST = 1_000_000_000;
    static final long CONNECTION = 7;
    static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

    final FakeScheduler scheduler = new FakeScheduler();
    final MovedClock clock = new MovedClock(scheduler, START);
    final List<GatewayRequest> sent = new ArrayList<>();
    final List<SubscriptionStatus> told = new ArrayList<>();
    final List<String> silent = new ArrayList<>();
    final List<String> healed = new ArrayList<>();
    final AtomicBoolean isQuiet = new AtomicBoolean();
    int room = Integer.MAX_VALUE;
    boolean isConnected = true;
    private int nextId = FIRST;

    final SubscriptionRegister register = new SubscriptionRegister(
            SubscriptionSettings.defaults().withQuietTimes((subscription, at) -> isQuiet.get()),
            new Port(),
            clock,
            scheduler::nanoTime,
            () -> 0.5);

    private final class Port implements SubscriptionPort {
        @Override
        public int nextRequestId() {
            return nextId++;
        }

        @Override
        public SendOutcome send(GatewayRequest request) {
            if (!isConnected) {
                return new SendOutcome.Refused(LocalRefusal.NOT_CONNECTED, "no connection");
            }
            sent.add(request);
            return SendOutcome.ACCEPTED;
        }

        @Override
        public boolean hasRoom() {
            return sent.size() < room;
        }

        @Override
        public void tell(SubscriptionStatus status) {
            told.add(status);
        }

        @Override
        public void onSilent(SubscriptionStatus status) {
            silent.add(status.key());
        }

        @Override
        public void onSilenceEnded(SubscriptionStatus status, String how) {
            healed.add(status.key());
        }
    }

    static Subscription level1(String symbol) {
        return Subscription.of(symbol, ReqMktData.stream(0, GatewayContract.stock(symbol, "NASDAQ", "USD")));
    }

    final void want(String... symbols) {
        for (String symbol : symbols) {
            register.want(level1(symbol));
        }
    }

    final void ready() {
        register.onUsable(CONNECTION);
    }

    final void hear(GatewayEvent... events) {
        register.onEvents(new EventBatch(CONNECTION, clock.instant(), List.of(events)));
    }

    /** Ticks come four times a second, as in a session. */
    final void advance(Duration by) {
        for (Duration passed = Duration.ZERO; passed.compareTo(by) < 0; passed = passed.plusMillis(250)) {
            scheduler.advance(Duration.ofMillis(250));
            register.onTick();
        }
    }

    final SubscriptionState state(String key) {
        return register.find(key).orElseThrow().state();
    }

    final int idOf(String key) {
        return register.find(key).orElseThrow().requestId();
    }

    final List<Integer> requested() {
        return sent.stream()
                .filter(ReqMktData.class::isInstance)
                .map(request -> ((ReqMktData) request).reqId())
                .toList();
    }

    final List<Integer> cancelled() {
        return sent.stream()
                .filter(CancelMktData.class::isInstance)
                .map(request -> ((CancelMktData) request).reqId())
                .toList();
    }

    static GatewayEvent tick(int id) {
        return new TickEvent.TickSize(id, 8, 100, 0);
    }

    static ErrorMessage error(int id, int code, String text) {
        return new ErrorMessage(id, code, text, "", null);
    }

    static ErrorMessage notice(int code, String text) {
        return error(ErrorMessage.SESSION, code, text);
    }
}
