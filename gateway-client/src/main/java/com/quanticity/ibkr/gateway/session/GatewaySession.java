package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.Subscriptions;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A client id's session: connects, reconnects for ever, watches the peer, paces what goes out, ends every request. Thread-safe.
 *
 * <p>Order ids are the application's, low numbers from {@link #nextValidId()} on. Request ids come from {@link #nextRequestId()} and
 * start at {@value #FIRST_REQUEST_ID}, so that an error's id always says which of the two it means.
 */
public interface GatewaySession extends AutoCloseable {

    /** Request ids are this or higher, order ids are lower, apart from {@link #RESERVED_REQUEST_ID}. */
    int FIRST_REQUEST_ID = 1_000_000_000;

    /** The one low id that is a request's and never an order's: depth of the permanent symbol. Source: blueprint 4.4. */
    int RESERVED_REQUEST_ID = 9001;

    /** Whether an error's id means a request rather than an order. */
    static boolean isRequestId(int id) {
        return id >= FIRST_REQUEST_ID || id == RESERVED_REQUEST_ID;
    }

    ClientId clientId();

    /** Starts connecting. Returns at once; a gateway that is not there is retried. */
    void start();

    SessionState state();

    /** Everything worth showing about the session now. */
    SessionStatus status();

    /**
     * Whether the session's own thread answers in time, whatever the gateway does. False also after {@link #close}. Blocks for at most
     * the patience.
     */
    default boolean isAlive(Duration patience) {
        return true;
    }

    /** Alarms raised and not cleared, oldest first. */
    default List<Alarm> alarms() {
        return List.of();
    }

    /** What does not work though the session is connected and synchronised; what holds orders comes first. */
    default List<Impairment> impairments() {
        return List.of();
    }

    /** The broker's data farms as far as this connection has heard of them. */
    default List<FarmStatus> farms() {
        return List.of();
    }

    /** True when a new order would be sent now. */
    default boolean takesOrders() {
        return state() == SessionState.READY;
    }

    /**
     * Moves the session to a gateway by hand: closes the connection, connects there; while connecting, as soon as that attempt ends.
     * Asking for the present gateway takes back a move that has not begun. The application decides whether its orders allow it.
     *
     * @param reason one line for the record
     * @return false when the session is there already, or has no such gateway
     */
    default boolean useGateway(GatewayRole role, String reason) {
        return false;
    }

    /** Whether the application says that orders of it may be working; unknown counts as true. */
    default boolean mayHaveWorkingOrders() {
        return true;
    }

    /**
     * The client id that placed the order of this account-wide number, as far as this session has seen; 0 or less is TWS itself. Only
     * that id can cancel it one by one.
     */
    default OptionalInt orderOwner(long permId) {
        return OptionalInt.empty();
    }

    /** A request id that this process has not used before. */
    int nextRequestId();

    /**
     * When data last came on the present connection under the id of a stream that was cancelled; such data is not delivered. Empty
     * when none did. Shows that the gateway has not ended the stream yet.
     */
    default Optional<Instant> lastLateDataAt(int requestId) {
        return Optional.empty();
    }

    /** The order id the gateway announced last; empty before the first connection. It may go back after a gateway reset. */
    OptionalInt nextValidId();

    /** Accounts of the login, empty before the first connection. */
    List<String> managedAccounts();

    /**
     * Sends in its lane: cancels first, then orders, then everything else, at most 45 messages in any second. Never blocks.
     * Orders pass only in READY and only for a client id that may trade; cancels pass whenever there is a connection.
     */
    SendOutcome send(GatewayRequest request);

    /**
     * Sends a request that has an end and gathers its answer. The future always completes, never exceptionally: with the
     * answer, the broker's error, the timeout or the loss of the connection on the consumer thread, after the listener has seen the
     * same events; with our own refusal at once. Do not block the consumer thread on it.
     *
     * @throws IllegalArgumentException when the request has no end, such as an order or a cancel
     */
    CompletableFuture<RequestOutcome> ask(GatewayRequest request, Duration timeout);

    /** The queries for the past that wait for their turn. */
    default HistoryLine historyLine() {
        return HistoryLine.EMPTY;
    }

    /**
     * Takes back a query for the past that still waits for its turn; its {@link #ask} ends as not sent.
     *
     * @return false when no such query waits: it has left, has ended, or was never asked
     */
    default boolean withdraw(int reqId) {
        return false;
    }

    /**
     * Expects nothing more of a query for the past that has left: its place among the open ones is free, and its {@link #ask} ends as
     * timed out. For queries that the wire has no cancel for, such as ticks. Unknown ids change nothing.
     *
     * @param waited told as the outcome's timeout
     */
    default void giveUp(int reqId, Duration waited) {}

    /** Freshness of the market data that is asked for, on this connection and on later ones. */
    default MarketDataType marketDataType() {
        return MarketDataType.LIVE;
    }

    /** Asks for data of another freshness from now on. It holds for later requests only; what streams goes on as it is. */
    default void askForMarketDataType(MarketDataType type) {}

    /** What this session shall stream, asked for and healed by the session itself. */
    Subscriptions subscriptions();

    /** Ends the session for good. Idempotent; returns when no listener call will follow. */
    @Override
    void close();
}
