package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session without a gateway: records what is sent, answers what the test says. */
public final class FakeSession implements GatewaySession {

    public static final long CONNECTION = 1_700_000_000_000L;
    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");

    public final List<GatewayRequest> sent = new CopyOnWriteArrayList<>();
    public final List<CompletableFuture<RequestOutcome>> asked = new CopyOnWriteArrayList<>();
    public volatile SessionState state = SessionState.READY;
    public List<String> accounts = List.of("DU1234567");
    public int nextValidId = 1;
    public MarketDataType marketDataType = MarketDataType.LIVE;

    public volatile List<Impairment> impairments = List.of();

    /** When data of a cancelled request came last, by its id. */
    public final Map<Integer, Instant> lateData = new ConcurrentHashMap<>();

    /** Runs when the accounts are read, the last thing the order gate looks at. */
    public Runnable onAccounts = () -> {};

    /** Runs before a request is taken. */
    public Runnable beforeSend = () -> {};

    public final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private int requestId = FIRST_REQUEST_ID;

    /** An event of this session's life. */
    public static SessionEvent event(SessionState state, long connection) {
        return new SessionEvent(
                ClientIdOwner.IBKR_ADAPTER.clientId(),
                "ibkr-adapter",
                state,
                "127.0.0.1:4002",
                200,
                connection,
                null,
                "test",
                AT);
    }

    public <T extends GatewayRequest> List<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public ClientId clientId() {
        return ClientIdOwner.IBKR_ADAPTER.clientId();
    }

    @Override
    public void start() {}

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public SessionStatus status() {
        return new SessionStatus(
                clientId(), "ibkr-adapter", state, AT, "127.0.0.1:4002", 200, CONNECTION, "", 0, null, null, 0, AT);
    }

    @Override
    public List<Impairment> impairments() {
        return impairments;
    }

    @Override
    public Optional<Instant> lastLateDataAt(int id) {
        return Optional.ofNullable(lateData.get(id));
    }

    @Override
    public int nextRequestId() {
        return requestId++;
    }

    @Override
    public OptionalInt nextValidId() {
        return OptionalInt.of(nextValidId);
    }

    @Override
    public List<String> managedAccounts() {
        onAccounts.run();
        return accounts;
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        if (state != SessionState.READY) {
            return new SendOutcome.Refused(LocalRefusal.NOT_READY, "session is " + state);
        }
        beforeSend.run();
        sent.add(request);
        return SendOutcome.ACCEPTED;
    }

    @Override
    public CompletableFuture<RequestOutcome> ask(GatewayRequest request, Duration timeout) {
        sent.add(request);
        CompletableFuture<RequestOutcome> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    @Override
    public MarketDataType marketDataType() {
        return marketDataType;
    }

    @Override
    public void askForMarketDataType(MarketDataType type) {
        marketDataType = type;
    }

    @Override
    public FakeSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public void close() {}
}
