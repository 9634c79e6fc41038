package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides once how the login ended: complete with accounts and next order id in either order, refused, closed, or timed out.
 * Events come on the reader thread, {@link #await} is called by the connecting one.
 */
final class Login {

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private boolean hasAccounts;
    private boolean hasNextOrderId;

    /** How a login ends. */
    sealed interface Outcome {
        record Complete() implements Outcome {}

        record Refused(int code, String message) implements Outcome {}

        record Closed(CloseReason reason) implements Outcome {}

        record TimedOut() implements Outcome {}
    }

    void onEvent(GatewayEvent event) {
        if (outcome.isDone()) {
            return;
        }
        if (event instanceof ConnectionEvent.ManagedAccounts) {
            hasAccounts = true;
        } else if (event instanceof ConnectionEvent.NextValidId) {
            hasNextOrderId = true;
        } else if (event instanceof ConnectionEvent.ErrorMessage error
                && error.errorCode() == ConnectOutcome.Refused.CLIENT_ID_IN_USE) {
            outcome.complete(new Outcome.Refused(
                    error.errorCode(), error.errorMsg() + "; close the other session or wait for it to end"));
        }
        if (hasAccounts && hasNextOrderId) {
            outcome.complete(new Outcome.Complete());
        }
    }

    /** True when the login had not completed: nobody has the connection, so nobody must hear of its end. */
    boolean onClosed(CloseReason reason) {
        outcome.complete(new Outcome.Closed(reason));
        return !(outcome.join() instanceof Outcome.Complete);
    }

    Outcome await(Deadline deadline) {
        try {
            return outcome.get(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            outcome.complete(new Outcome.TimedOut());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.complete(new Outcome.TimedOut());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a login outcome is never exceptional", e);
        }
        return outcome.join();
    }
}
