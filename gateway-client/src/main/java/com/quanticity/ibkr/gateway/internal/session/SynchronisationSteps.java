package com.quanticity.ibkr.gateway.internal.session;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** One run of the application's steps. */
final class SynchronisationSteps implements Synchronisation {

    private final GatewaySession session;
    private final long connection;
    private final Cause cause;
    private final String gateway;
    private final boolean gatewayChanged;

    SynchronisationSteps(GatewaySession session, long connection, Cause cause, String gateway, boolean gatewayChanged) {
        this.session = session;
        this.connection = connection;
        this.cause = cause;
        this.gateway = gateway;
        this.gatewayChanged = gatewayChanged;
    }

    @Override
    public Cause cause() {
        return cause;
    }

    @Override
    public long connection() {
        return connection;
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public boolean gatewayChanged() {
        return gatewayChanged;
    }

    @Override
    public int nextValidId() {
        return session.nextValidId().orElseThrow(() -> new IllegalStateException("connected without a next order id"));
    }

    @Override
    public List<String> managedAccounts() {
        return session.managedAccounts();
    }

    @Override
    public int nextRequestId() {
        return session.nextRequestId();
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        return session.send(request);
    }

    @Override
    public RequestOutcome ask(GatewayRequest request, Duration timeout) throws InterruptedException {
        try {
            return session.ask(request, timeout).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request outcome is never exceptional", e);
        }
    }

    @Override
    public List<GatewayEvent> require(GatewayRequest request, Duration timeout) throws InterruptedException {
        String name = request.getClass().getSimpleName();
        return switch (ask(request, timeout)) {
            case RequestOutcome.Answered(List<GatewayEvent> events) -> events;
            case RequestOutcome.BrokerError(int code, String message) ->
                throw new SynchronisationFailedException(name + " was refused: " + code + " " + message);
            case RequestOutcome.TimedOut(Duration waited) ->
                throw new SynchronisationFailedException(name + " was not answered within " + waited);
            case RequestOutcome.ConnectionLost(String reason) ->
                throw new SynchronisationFailedException(name + " ended with the connection: " + reason);
            case RequestOutcome.NotSent(SendOutcome.Refused refusal) ->
                throw new SynchronisationFailedException(name + " was not sent: " + refusal.message());
        };
    }
}
