package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.marketdata.tick.ExchangeForPhysical;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.orders.OrderCallbacks;
import com.quanticity.ibkr.simulator.orders.OrderEvents;
import com.quanticity.ibkr.simulator.orders.OrderQueries;
import com.quanticity.ibkr.simulator.orders.OrderRequests;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.WireTime;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway as its clients see it: the listening socket, the sessions and the desks that serve them. */
public final class Gateway implements AutoCloseable {

    private final Sessions sessions = new Sessions();
    private final PauseGate gate = new PauseGate();
    private final Faults faults = new Faults();
    private final Desks desks;
    private final OrderDesk orders;
    private final RequestRouter router;
    private final GatewayServer server;
    private final EventLoop loop;
    private final Witness witness;
    private final List<String> symbols;
    private final EntitlementsInForce entitlements;
    private final LimitsInForce limits;
    private final GatewayView view;
    private final Market market;
    private final Playback playback;

    /**
     * Puts the parts together; nothing is served before {@link #start()}.
     *
     * @param socket the bound port, owned from now on
     * @param orders the broker's orders, shared by all its gateways
     * @param listeners hear of these orders; the gateway adds its own
     * @param witness sees everything that crosses the wire
     */
    public Gateway(
            ServerSocket socket,
            GatewayParts parts,
            Entitlements rights,
            OrderDesk orders,
            OrderFanout listeners,
            Witness witness) {
        this.loop = parts.loop();
        this.limits = parts.limits();
        this.market = parts.market();
        this.playback = parts.playback();
        this.entitlements = new EntitlementsInForce(rights);
        this.symbols = parts.market().all().stream()
                .map(market -> market.contract().symbol())
                .toList();
        this.witness = witness;
        InstantSource clock = () -> loop.now().plus(faults.clockSkew());
        OrderEvents events = new OrderEvents(parts.session().loginZone());
        this.orders = orders;
        listeners.add(new OrderCallbacks(sessions, events, this::masterClientId));
        OrderQueries queries = new OrderQueries(
                orders, events, loop::now, parts.session().loginZone().zone());
        SessionDesk session = new SessionDesk(parts.accounts().list(), orders.numbers(), clock);
        OrderRequests orderRequests = new OrderRequests(orders, queries, faults::refusedCancelState);
        this.desks = Desks.of(parts, session, orderRequests, entitlements, faults);
        StartAnnouncer starts = new StartAnnouncer(parts.session().startBurst(), session, queries);
        this.router = new RequestRouter(loop, sessions, limits, desks, starts, faults, witness);
        Handshake handshake = new Handshake(parts.session(), clock, faults);
        this.server = new GatewayServer(
                socket, loop, handshake, gate, faults, limits, router, clock, witness, parts.backlog());
        this.view = new GatewayView(this, sessions, desks, router);
        faults.setReadOnly(parts.orders().readOnly());
        parts.market().addListener(desks.marketData());
        parts.market().addListener(desks.depth());
    }

    private @Nullable Integer masterClientId() {
        return orders.rules().masterClientId();
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any free one
     */
    public static ServerSocket bind(InetAddress address, int port) throws IOException {
        return GatewayServer.bind(address, port);
    }

    /** What the server says of its account values. Event loop only. */
    public void setAccountsReady(boolean ready) {
        desks.accounts().setReady(ready);
    }

    public void start() {
        desks.accounts().start();
        server.start();
    }

    /** Ends the broker's day orders each midnight of the exchanges. */
    public static void startDays(EventLoop loop, OrderDesk orders) {
        Instant midnight = WireTime.startOfNextDay(loop.now(), WireTime.ZONE);
        loop.at(midnight, () -> {
            orders.startDay(midnight);
            startDays(loop, orders);
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
        Optional<Session> session = Optional.ofNullable(sessions.session(clientId));
        session.ifPresent(Session::close);
        session.ifPresent(router::onClosed);
        return session.isPresent();
    }

    /** Cuts the connection of a client, or of all. Event loop only. */
    public void dropAll(@Nullable Integer clientId) {
        clients(clientId).forEach(session -> {
            session.close();
            router.onClosed(session);
        });
    }

    /** Publishes a news bulletin: type 1 regular, 2 an exchange is gone, 3 it is back. Event loop only. */
    public void publishBulletin(int type, String message, String exchange) {
        desks.news().publish(type, message, exchange);
    }

    /** Sends a notice to every client. Event loop only. */
    public void announce(int code, String text) {
        sessions.all().forEach(session -> session.sendMessage(-1, code, text));
    }

    /** The open lines of a symbol hear nothing more. Event loop only. */
    public void silencePresentLines(String symbol) {
        desks.marketData().silencePresentLines(symbol);
    }

    /** Lets a symbol's lines hear again. Event loop only. */
    public void endSilence(String symbol) {
        desks.marketData().endSilence(symbol);
    }

    /** Lets every symbol's lines hear again. Event loop only. */
    public void endEverySilence() {
        symbols.forEach(desks.marketData()::endSilence);
    }

    /** Ends the depth subscriptions of a symbol, of all when it is empty: 316. Event loop only. */
    public void haltDepth(String symbol) {
        desks.depth().halt(symbol);
    }

    /** Ends the five-second bars of a symbol, of all when it is empty, as a bust does: 10225. Event loop only. */
    public void bustBars(String symbol) {
        desks.marketData().bust(symbol);
    }

    /** Tells every level 1 line of a symbol what its future would cost: TICK_EFP. Event loop only. */
    public void tellExchangeForPhysical(String symbol, ExchangeForPhysical efp) {
        desks.marketData().tellExchangeForPhysical(symbol, efp);
    }

    /** Takes the data away from every line. Event loop only. */
    public void startCompetingSession() {
        desks.marketData().startCompetingSession();
        desks.depth().tellCompeting();
    }

    /** Gives the data back to every line. Event loop only. */
    public void endCompetingSession() {
        desks.marketData().endCompetingSession();
        desks.depth().catchUp();
    }

    /** The link to the broker is gone, or back. Event loop only. */
    public void setBrokerLost(boolean lost) {
        faults.setBrokerLost(lost);
    }

    /** Takes the subscriptions of every session away, as 1101 says. Event loop only. */
    public void forgetSubscriptions() {
        router.forgetSubscriptions();
    }

    /** Serves what was asked for while the broker was away. Event loop only. */
    public void serveHeld() {
        router.serveHeld();
    }

    /**
     * Lines hear again. Event loop only.
     *
     * @param linesStayDead those open now do not, until they are asked for again
     */
    public void mendFarm(boolean linesStayDead) {
        if (linesStayDead) {
            symbols.forEach(desks.marketData()::silencePresentLines);
        }
        desks.marketData().endFarmOutage();
    }

    /** The connections there are die unnoticed. Event loop only. */
    public void goHalfOpen(@Nullable Integer clientId) {
        clients(clientId).forEach(Session::goHalfOpen);
    }

    /** The gateway notices dead connections and ends them. Event loop only. */
    public void endHalfOpen() {
        sessions.all().stream().filter(Session::isHalfOpen).forEach(session -> {
            session.close();
            router.onClosed(session);
        });
    }

    /** The running session of a client, or all of them. Event loop only. */
    List<Session> clients(@Nullable Integer clientId) {
        return sessions.all().stream()
                .filter(session -> clientId == null || session.clientId() == clientId)
                .toList();
    }

    /** Sends bytes that are no event. Event loop only. */
    public void sendRaw(@Nullable Integer clientId, byte[] bytes, boolean thenCut) {
        clients(clientId).forEach(session -> {
            session.sendRaw(bytes);
            if (thenCut) {
                router.end(session);
            }
        });
    }

    /** Sends a message that has no cause. Event loop only. */
    public void sendMessage(@Nullable Integer clientId, int id, int code, String text) {
        clients(clientId).forEach(session -> session.sendMessage(id, code, text));
    }

    /** Sends a message under the id of every open subscription of a kind. Event loop only. */
    public void messageSubscriptions(SubscriptionKind kind, @Nullable Integer clientId, int code, String text) {
        clients(clientId)
                .forEach(session ->
                        witness.open(session, kind).forEach(requestId -> session.sendMessage(requestId, code, text)));
    }

    /** Resets the books of a symbol, of all when it is null: 317 and every row anew. Event loop only. */
    public void resetDepth(@Nullable String symbol) {
        desks.depth().reset(symbol == null ? "" : symbol);
    }

    /**
     * Sends a next order id nobody asked for. Event loop only.
     *
     * @param orderId null for the true one
     */
    public void sendNextId(@Nullable Integer clientId, @Nullable Integer orderId) {
        clients(clientId)
                .forEach(session -> session.send(Event.of("NEXT_VALID_ID")
                        .with(
                                "orderId",
                                orderId == null ? orders.numbers().nextValidId(session.clientId()) : orderId)));
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
        endHalfOpen();
        endSilenceOfRequests();
        market.endHalts();
        limits.restore();
        if (entitlements.isChanged()) {
            entitlements.restore();
            reconsiderSubscriptions();
        }
        desks.marketData().clearFaults();
        server.reopen();
    }

    /** Whether clients can connect. */
    public boolean isListening() {
        return server.isListening();
    }

    /** The broker's market. Event loop only. */
    public Market market() {
        return market;
    }

    /** Lets a held market begin. Event loop only. */
    public void releaseMarket() {
        playback.release();
    }

    /** What can be seen from outside. */
    public GatewayView view() {
        return view;
    }

    /** What the user may see. Event loop only. */
    public EntitlementsInForce entitlements() {
        return entitlements;
    }

    /** What clients may do, of every gateway. Event loop only. */
    public LimitsInForce limits() {
        return limits;
    }

    /** Open subscriptions follow the entitlements of now. Event loop only. */
    public void reconsiderSubscriptions() {
        desks.marketData().reconsider();
        desks.depth().reconsider();
    }

    /** Silenced subscriptions hear where the market is now. Event loop only. */
    public void endSilenceOfRequests() {
        Map<Integer, Set<Integer>> silent = faults.endSilenceOfRequests();
        sessions.all()
                .forEach(session -> silent.getOrDefault(session.clientId(), Set.of())
                        .forEach(requestId -> {
                            desks.marketData().tellAgain(session, requestId);
                            desks.depth().reset(session, requestId);
                        }));
    }

    /** The executions since midnight of the login zone. Event loop only. */
    public List<Execution> executionsOfToday() {
        return orders.archive().executionsOfToday();
    }

    /** Tasks of the event loop that failed: each one is a defect of the simulator. */
    public long failedTasks() {
        return loop.failures();
    }

    @Override
    public void close() {
        gate.resume();
        server.close();
    }
}
