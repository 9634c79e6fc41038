package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.marketdata.Line;
import com.quanticity.ibkr.simulator.state.SimulatorState.ClientState;
import com.quanticity.ibkr.simulator.state.SimulatorState.DataState;
import com.quanticity.ibkr.simulator.state.SimulatorState.MessageState;
import com.quanticity.ibkr.simulator.state.SimulatorState.SubscriptionState;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What can be seen of a gateway from outside. Event loop only. */
public final class GatewayView {

    private final Gateway gateway;
    private final Sessions sessions;
    private final Desks desks;
    private final RequestRouter router;

    GatewayView(Gateway gateway, Sessions sessions, Desks desks, RequestRouter router) {
        this.gateway = gateway;
        this.sessions = sessions;
        this.desks = desks;
        this.router = router;
    }

    /**
     * The running sessions.
     *
     * @param number of this gateway
     */
    public List<ClientState> clients(int number) {
        return sessions.all().stream().map(session -> state(number, session)).toList();
    }

    /** What is switched on, by the action's name. */
    public SortedMap<String, String> activeFaults() {
        SortedMap<String, String> active = gateway.faults().describe();
        if (gateway.gate().isPaused()) {
            active.put("pause", "");
        }
        if (!gateway.isListening()) {
            active.put("restart", "");
        }
        if (gateway.entitlements().isChanged()) {
            active.put("entitlement", gateway.entitlements().now().toString());
        }
        String halted = String.join(", ", gateway.market().haltedSymbols());
        if (!halted.isEmpty()) {
            active.put("trading-halt", halted);
        }
        if (gateway.limits().isChanged()) {
            active.put("limits", "");
        }
        String dead = sessions.all().stream()
                .filter(Session::isHalfOpen)
                .map(session -> "client " + session.clientId())
                .collect(Collectors.joining(", "));
        if (!dead.isEmpty()) {
            active.put("half-open", dead);
        }
        return active;
    }

    /** What the user may see, and how much of it is open. */
    public DataState data() {
        SessionLimits limits = gateway.limits().now();
        return new DataState(
                gateway.entitlements().now().rules().stream()
                        .map(Object::toString)
                        .toList(),
                limits.sharesLines(),
                desks.marketData().openLines(),
                limits.marketDataLines(),
                desks.marketData().openTickByTick(),
                limits.data().tickByTickSlots(),
                desks.depth().open(),
                desks.depth().keptSlots(),
                limits.data().depthSlots(),
                desks.marketData().openBars(),
                desks.marketData().regulatorySnapshots());
    }

    /** What came in so far. */
    public MessageState messages() {
        MessageCounts counts = router.counts();
        return new MessageState(counts.in(), counts.unreadable(), counts.tooFast(), Map.copyOf(counts.unknown()));
    }

    private ClientState state(int number, Session session) {
        return new ClientState(
                number,
                session.clientId(),
                session.version(),
                session.peer(),
                session.since(),
                session.messagesIn(),
                session.messagesOut(),
                session.framesQueued(),
                session.violations(),
                desks.marketData().linesOf(session).stream()
                        .map(GatewayView::state)
                        .toList(),
                desks.accounts().summariesOf(session),
                desks.accounts().readsPositions(session));
    }

    private static SubscriptionState state(Line line) {
        return new SubscriptionState(line.requestId(), line.symbol().contract().symbol(), line.firstRow(), line.rows());
    }
}
