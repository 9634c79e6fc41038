package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One logged-on connection. It does not reconnect. This type is thread-safe. */
public interface GatewayConnection extends AutoCloseable {

    ClientId clientId();

    /** Agreed protocol level, 176..200. */
    int serverVersion();

    /** The gateway's text for its login time, zone of the login machine included; may be empty. */
    String connectionTime();

    /** Answer to "could this be sent?": present when {@link #send} would refuse it for what it contains. Nothing is sent. */
    Optional<SendOutcome.Refused> check(GatewayRequest request);

    /** Hands a request to the writer, in the order of the calls. Never blocks. */
    SendOutcome send(GatewayRequest request);

    /**
     * Takes out of the writer's queue what must not leave any more; the rest keeps its order. Never blocks.
     *
     * @return what will never leave, oldest first; a request that the writer has begun is not among them
     */
    List<GatewayRequest> withdraw(Predicate<GatewayRequest> which);

    boolean isOpen();

    /** Closes for the given reason; the first reason wins, later calls change nothing. */
    void close(CloseReason reason);

    /** Closes because the application wants it. Idempotent. */
    @Override
    default void close() {
        close(CloseReason.of(CloseReason.Cause.CLOSED_BY_US, "closed by the application"));
    }
}
