package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.fault.RequestRule;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Decoded;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import com.quanticity.ibkr.simulator.wire.Request;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every frame of every session to the desk that serves it. Event loop only. */
final class RequestRouter {

    private static final Logger log = LoggerFactory.getLogger(RequestRouter.class);

    private final EventLoop loop;
    private final Sessions sessions;
    private final LimitsInForce limits;
    private final Desks desks;
    private final StartAnnouncer starts;
    private final Faults faults;
    private final Witness witness;
    private final List<Runnable> held = new ArrayList<>();
    private final MessageCounts counts = new MessageCounts();

    RequestRouter(
            EventLoop loop,
            Sessions sessions,
            LimitsInForce limits,
            Desks desks,
            StartAnnouncer starts,
            Faults faults,
            Witness witness) {
        this.loop = loop;
        this.sessions = sessions;
        this.limits = limits;
        this.desks = desks;
        this.starts = starts;
        this.faults = faults;
        this.witness = witness;
    }

    void onConnected(Session session) {
        witness.onConnected(session, session.hello());
    }

    MessageCounts counts() {
        return counts;
    }

    void onFrame(Session session, List<String> frame) {
        if (session.phase() == Session.Phase.CLOSED || session.isHalfOpen()) {
            return;
        }
        session.countIn();
        counts.countIn();
        witness.onReceived(session, session.clientId(), frame);
        Instant now = loop.now();
        if (session.isPaced()) {
            serveWhenAllowed(session, frame, now);
        } else if (session.rate().tryTake(now)) {
            serve(session, frame);
        } else {
            refuseTooFast(session);
        }
    }

    private void serveWhenAllowed(Session session, List<String> frame, Instant now) {
        Instant slot = session.rate().reserve(now);
        if (slot.isAfter(now)) {
            loop.at(slot, () -> serve(session, frame));
        } else {
            serve(session, frame);
        }
    }

    private void refuseTooFast(Session session) {
        int violations = session.countViolation();
        counts.countTooFast();
        session.sendMessage(
                -1,
                100,
                "Max rate of messages per second has been exceeded:max="
                        + limits.now().messagesPerSecond() + " rec="
                        + (limits.now().messagesPerSecond() + violations) + " (" + violations + ")");
        if (violations >= limits.now().violations()) {
            log.warn(
                    "client disconnected reason=message_rate clientId={} violations={}",
                    session.clientId(),
                    violations);
            end(session);
        }
    }

    private void serve(Session session, List<String> frame) {
        if (session.phase() == Session.Phase.CLOSED) {
            return;
        }
        switch (session.decoder().decode(frame)) {
            case Decoded.Understood understood ->
                serve(session, MessageNames.request(Integer.parseInt(frame.getFirst())), understood.request());
            case Decoded.Unreadable unreadable -> refuseUnreadable(session, unreadable);
            case Decoded.Unknown unknown -> ignoreUnknown(session, unknown);
            case Decoded.Garbage garbage -> closeOnGarbage(session, garbage);
        }
    }

    private void refuseUnreadable(Session session, Decoded.Unreadable unreadable) {
        counts.countUnreadable();
        log.info(
                "request unreadable clientId={} id={} reason={}",
                session.clientId(),
                unreadable.id(),
                unreadable.reason());
        session.sendMessage(
                unreadable.id(), 320, "Error reading request. Unable to parse data. " + unreadable.reason());
    }

    private void ignoreUnknown(Session session, Decoded.Unknown unknown) {
        if (counts.countUnknown(unknown.messageId())) {
            log.info(
                    "request ignored reason=not_served messageId={} clientId={}",
                    unknown.messageId(),
                    session.clientId());
        }
    }

    private void closeOnGarbage(Session session, Decoded.Garbage garbage) {
        counts.countUnreadable();
        log.info("client disconnected reason=garbage clientId={} detail={}", session.clientId(), garbage.reason());
        end(session);
    }

    private void serve(Session session, String name, Request request) {
        if (request instanceof Request.StartApi start && session.phase() == Session.Phase.CONNECTED) {
            start(session, start.clientId());
        } else if (session.phase() == Session.Phase.RUNNING) {
            serveByRule(session, name, request);
        }
    }

    private void serveByRule(Session session, String name, Request request) {
        switch (faults.rules().forRequest(name, session.clientId())) {
            case null -> serveRunning(session, name, request);
            case RequestRule.Ignored() ->
                log.info("request ignored reason=fault name={} clientId={}", name, session.clientId());
            case RequestRule.Refused(int code, String text) -> session.sendMessage(request.requestId(), code, text);
            case RequestRule.Late(var by) -> loop.after(by, () -> serveRunning(session, name, request));
        }
    }

    private void serveRunning(Session session, String name, Request request) {
        if (session.phase() != Session.Phase.RUNNING || isReadOnlyFor(session, request)) {
            return;
        }
        if (faults.isBrokerLost() && !(request instanceof Request.SessionRequest)) {
            held.add(() -> serveRunning(session, name, request));
        } else if (refusalByFault(request) instanceof Refusal refusal) {
            session.sendMessage(request.requestId(), refusal.code(), refusal.text());
        } else {
            witness.onRequest(session, session.clientId(), name, request.requestId(), symbolOf(request));
            desks.serve(session, request);
        }
    }

    private static String symbolOf(Request request) {
        return switch (request) {
            case Request.MarketData wanted -> nameOf(wanted.contract());
            case Request.TickByTick wanted -> nameOf(wanted.contract());
            case Request.RealTimeBars wanted -> nameOf(wanted.contract());
            case Request.MarketDepth wanted -> nameOf(wanted.contract());
            default -> "";
        };
    }

    private static String nameOf(ContractQuery contract) {
        String symbol = contract.localSymbol().isEmpty() ? contract.symbol() : contract.localSymbol();
        return symbol.isEmpty() ? Integer.toString(contract.conId()) : symbol;
    }

    private record Refusal(int code, String text) {}

    private @Nullable Refusal refusalByFault(Request request) {
        return switch (request) {
            case Request.MarketDepth _
            when faults.isDepthFull() ->
                new Refusal(
                        309,
                        "Max number (" + limits.now().data().depthSlots()
                                + ") of market depth requests has been reached");
            case Request.CancelMarketDepth cancel
            when faults.areDepthCancelsLost() ->
                new Refusal(310, "Can't find the subscribed market depth with tickerId:" + cancel.requestId());
            case Request.ContractData _, Request.OptionParameters _, Request.MatchingSymbols _
            when faults.areDefinitionsBroken() ->
                new Refusal(200, "No security definition has been found for the request");
            default -> null;
        };
    }

    /** Serves what came in while the broker was out of reach. */
    void serveHeld() {
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(Runnable::run);
    }

    /** Forgets the subscriptions of every session, as after 1101. */
    void forgetSubscriptions() {
        sessions.all().forEach(session -> {
            desks.onClosed(session);
            witness.onSubscriptionsLost(session);
        });
    }

    /** Refuses what touches orders while the gateway is in read-only mode. Source: tws-wire behaviour.md, section 9. */
    private boolean isReadOnlyFor(Session session, Request request) {
        if (!faults.isReadOnly()) {
            return false;
        }
        OptionalInt id = switch (request) {
            case Request.PlaceOrder order -> OptionalInt.of(order.orderId());
            case Request.CancelOrder cancel -> OptionalInt.of(cancel.orderId());
            case Request.GlobalCancel _, Request.OpenOrders _, Request.AutoOpenOrders _ -> OptionalInt.of(-1);
            default -> OptionalInt.empty();
        };
        id.ifPresent(about -> session.sendMessage(
                about,
                321,
                "Error validating request.-'bF' : cause - The API interface is currently in Read-Only mode."));
        return id.isPresent();
    }

    private void start(Session session, int clientId) {
        if (clientId < 0) {
            refuseNegative(session, clientId);
            return;
        }
        if (sessions.count() >= limits.now().clients()) {
            log.warn(
                    "client refused reason=too_many_clients clientId={} most={} peer={}",
                    clientId,
                    limits.now().clients(),
                    session.peer());
            closeUnstarted(session);
            return;
        }
        if (faults.holds(clientId) || !sessions.tryStart(session, clientId)) {
            refuse(session, clientId);
            return;
        }
        witness.onStarted(clientId);
        log.info("session started clientId={} version={} peer={}", clientId, session.version(), session.peer());
        if (faults.login() == LoginFault.NO_IDS) {
            return;
        }
        starts.announce(session, faults.isBrokerLost());
    }

    /** Client ids go from 0 to 2147483647. Source: tws-wire requests.md, START_API. */
    private void refuseNegative(Session session, int clientId) {
        log.info("client refused reason=client_id_negative clientId={} peer={}", clientId, session.peer());
        session.sendMessage(
                -1,
                321,
                "Error validating request.-'bL' : cause - Client id " + clientId
                        + " is not allowed: give 0 to 2147483647.");
        closeUnstarted(session);
    }

    private void closeUnstarted(Session session) {
        session.closeAfterSending();
        session.closed();
        witness.onClosed(session, -1);
    }

    /** Refuses a client id that is in use; the code can be missing. Source: tws-wire behaviour.md, section 1. */
    private void refuse(Session session, int clientId) {
        log.info("client refused reason=client_id_in_use clientId={} peer={}", clientId, session.peer());
        if (!faults.isRefusalSilent()) {
            session.sendMessage(
                    -1, 326, "Unable to connect as the client id is already in use. Retry with a unique client id.");
        }
        closeUnstarted(session);
    }

    /** A client's socket is closed; a gateway behind a half-open line does not notice. */
    void onLeft(Session session) {
        if (!session.isHalfOpen()) {
            onClosed(session);
        }
    }

    /** Ends a session that the simulator gives up. */
    void end(Session session) {
        onClosed(session);
        session.closeAfterSending();
    }

    /** Drops everything of a session but its orders. */
    void onClosed(Session session) {
        if (session.phase() == Session.Phase.CLOSED) {
            return;
        }
        if (session.phase() == Session.Phase.RUNNING) {
            log.info("session ended clientId={} peer={}", session.clientId(), session.peer());
        }
        witness.onClosed(session, session.clientId());
        sessions.remove(session);
        desks.onClosed(session);
    }
}
