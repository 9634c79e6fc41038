package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderDesk;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.state.SimulatorState.ClientState;
import com.quanticity.ibkr.simulator.state.SimulatorState.MessageState;
import com.quanticity.ibkr.simulator.state.SimulatorState.SubscriptionState;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The gateway as its clients see it: the listening socket, the sessions and the desks that serve them. */
public final class Gateway implements AutoCloseable {

    private final Sessions sessions = new Sessions();
    private final PauseGate gate = new PauseGate();
    private final Faults faults = new Faults();
    private final MarketDataDesk marketData;
    private final AccountDesk accounts;
    private final OrderDesk orders;
    private final RequestRouter router;
    private final GatewayServer server;
    private final EventLoop loop;

    /**
     * Puts the parts together; nothing is served before {@link #start()}.
     *
     * @param socket the bound port, owned from now on
     * @param deskOf opens the order desk for a listener
     */
    public Gateway(ServerSocket socket, GatewayParts parts, Function<OrderListener, OrderDesk> deskOf) {
        this.loop = parts.loop();
        OrderEvents events = new OrderEvents(parts.account().code());
        this.orders = deskOf.apply(new OrderCallbacks(sessions, events));
        this.marketData = new MarketDataDesk(parts, faults);
        this.accounts = new AccountDesk(parts.account(), parts.valuation(), parts.limits());
        OrderQueries queries = new OrderQueries(orders, events, parts.account().code(), loop::now);
        SessionDesk session = new SessionDesk(parts.account().code(), orders.numbers(), loop::now);
        Desks desks = new Desks(
                session,
                marketData,
                Desk.unserved(),
                Desk.unserved(),
                Desk.unserved(),
                new ReferenceDesk(parts.contracts(), loop::now),
                Desk.unserved(),
                Desk.unserved(),
                Desk.unserved(),
                Desk.unserved(),
                Desk.unserved(),
                accounts,
                new OrderEntry(orders, queries));
        StartAnnouncer starts = new StartAnnouncer(parts.session().startBurst(), session, queries);
        this.router = new RequestRouter(loop, sessions, parts.limits(), desks, starts, faults);
        Handshake handshake = new Handshake(parts.session(), loop::now);
        this.server = new GatewayServer(socket, loop, handshake, gate, faults, parts.limits(), router);
        faults.setReadOnly(parts.orders().readOnly());
        parts.market().addListener(marketData);
        parts.market().addListener(orders.marketListener());
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any free one
     */
    public static ServerSocket bind(InetAddress address, int port) throws IOException {
        return GatewayServer.bind(address, port);
    }

    public void start() {
        accounts.pushChangesOn(loop);
        startDaysOn(loop.now());
        server.start();
    }

    private void startDaysOn(Instant now) {
        Instant midnight = WireTime.startOfNextDay(now);
        loop.at(midnight, () -> {
            orders.startDay(midnight);
            startDaysOn(midnight);
        });
    }

    public int port() {
        return server.port();
    }

    /** Holds every socket silent, or lets them go on. Thread-safe. */
    public PauseGate gate() {
        return gate;
    }

    /** What is switched on. Event loop only. */
    public Faults faults() {
        return faults;
    }

    public OrderDesk orders() {
        return orders;
    }

    /** Cuts a client's connection; false when it is not connected. Event loop only. */
    public boolean drop(int clientId) {
        Optional<Session> session = Optional.ofNullable(sessions.of(clientId));
        session.ifPresent(Session::close);
        session.ifPresent(router::onClosed);
        return session.isPresent();
    }

    /** Sends a notice to every client. Event loop only. */
    public void announce(int code, String text) {
        sessions.all().forEach(session -> session.sendMessage(-1, code, text));
    }

    /** The open lines of a symbol hear nothing more. Event loop only. */
    public void silencePresentLines(String symbol) {
        marketData.silencePresentLines(symbol);
    }

    /** Lets a symbol's lines hear again. Event loop only. */
    public void endSilence(String symbol) {
        marketData.endSilence(symbol);
    }

    /** Takes the data away from every line. Event loop only. */
    public void startCompetingSession() {
        marketData.startCompetingSession();
    }

    /** Gives the data back to every line. Event loop only. */
    public void endCompetingSession() {
        marketData.endCompetingSession();
    }

    /** Shuts the port and cuts every connection. Event loop only. */
    public void goAway() {
        List<Session> running = List.copyOf(sessions.all());
        server.shut();
        running.forEach(router::onClosed);
    }

    /** Opens the port again. Event loop only. */
    public void comeBack() {
        server.reopen();
    }

    /** Tells every client of another port, cuts it, and listens there. Event loop only. */
    public int movePort() {
        int port = server.openAnother();
        announce(
                1300,
                "Socket port has been reset and this connection is being dropped."
                        + " Please reconnect on the new port - " + port);
        sessions.all().forEach(router::end);
        return port;
    }

    /** Ends every fault. Event loop only. */
    public void clearFaults() {
        marketData.clearFaults();
        server.reopen();
    }

    /** Whether clients can connect. */
    public boolean isListening() {
        return server.isListening();
    }

    /** The running sessions. Event loop only. */
    public List<ClientState> clients() {
        return sessions.all().stream().map(this::state).toList();
    }

    /** The executions of the day. Event loop only. */
    public List<Execution> executionsOfToday() {
        return orders.book().executionsSince(WireTime.startOfDay(loop.now()));
    }

    /** Tasks of the event loop that failed: each one is a defect of the simulator. */
    public long failedTasks() {
        return loop.failures();
    }

    /** What came in so far. Event loop only. */
    public MessageState messages() {
        MessageCounts counts = router.counts();
        return new MessageState(counts.in(), counts.unreadable(), counts.tooFast(), Map.copyOf(counts.unknown()));
    }

    private ClientState state(Session session) {
        return new ClientState(
                session.clientId(),
                session.version(),
                session.peer(),
                session.since(),
                session.messagesIn(),
                session.messagesOut(),
                session.framesQueued(),
                session.violations(),
                marketData.linesOf(session).stream().map(Gateway::state).toList(),
                accounts.summariesOf(session),
                accounts.readsPositions(session));
    }

    private static SubscriptionState state(Line line) {
        return new SubscriptionState(line.requestId(), line.symbol().contract().symbol(), line.firstRow(), line.rows());
    }

    @Override
    public void close() {
        gate.resume();
        server.close();
    }
}
