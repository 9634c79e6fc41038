package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Records what is sent; the test says how requests end. */
final class FakeSession implements GatewaySession {

    final List<GatewayRequest> sent = new ArrayList<>();
    final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final List<CompletableFuture<RequestOutcome>> open = new ArrayList<>();
    private int nextRequestId = 1;

    /** Ends the request asked last. */
    void end(RequestOutcome outcome) {
        open.removeLast().complete(outcome);
    }

    /** A synchronisation whose requests end at once. */
    Synchronisation synchronisation(Synchronisation.Cause cause, RequestOutcome outcome) {
        return new FakeSynchronisation(cause, outcome);
    }

    @Override
    public CompletableFuture<RequestOutcome> ask(GatewayRequest request, Duration timeout) {
        sent.add(request);
        CompletableFuture<RequestOutcome> outcome = new CompletableFuture<>();
        open.add(outcome);
        return outcome;
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        sent.add(request);
        return SendOutcome.ACCEPTED;
    }

    @Override
    public int nextRequestId() {
        return nextRequestId++;
    }

    @Override
    public ClientId clientId() {
        return ClientId.of(2);
    }

    @Override
    public void start() {}

    @Override
    public SessionState state() {
        return SessionState.READY;
    }

    @Override
    public SessionStatus status() {
        return new SessionStatus(
                clientId(), "risk-manager", state(), Instant.EPOCH, "", null, 0, "", 0, null, null, 0, Instant.EPOCH);
    }

    @Override
    public OptionalInt nextValidId() {
        return OptionalInt.empty();
    }

    @Override
    public List<String> managedAccounts() {
        return List.of();
    }

    @Override
    public FakeSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public void close() {}

    private final class FakeSynchronisation implements Synchronisation {

        private final Cause cause;
        private final RequestOutcome outcome;

        FakeSynchronisation(Cause cause, RequestOutcome outcome) {
            this.cause = cause;
            this.outcome = outcome;
        }

        @Override
        public Cause cause() {
            return cause;
        }

        @Override
        public long connection() {
            return 1;
        }

        @Override
        public int nextValidId() {
            return 1;
        }

        @Override
        public List<String> managedAccounts() {
            return List.of();
        }

        @Override
        public int nextRequestId() {
            return FakeSession.this.nextRequestId();
        }

        @Override
        public SendOutcome send(GatewayRequest request) {
            return FakeSession.this.send(request);
        }

        @Override
        public RequestOutcome ask(GatewayRequest request, Duration timeout) {
            sent.add(request);
            return outcome;
        }

        @Override
        public List<GatewayEvent> require(GatewayRequest request, Duration timeout) {
            sent.add(request);
            return List.of();
        }
    }
}
