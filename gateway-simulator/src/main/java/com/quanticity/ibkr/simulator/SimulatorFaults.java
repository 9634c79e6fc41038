package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.LoginFault;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Troubles one gateway can have, to be switched on and off: each stays until it is ended, and {@link #clear} ends all. Thread-safe;
 * when a call returns, the fault is there. Durations are of the simulator's clock; a null duration means until it is ended. Source:
 * tws-wire behaviour.md.
 */
public final class SimulatorFaults {

    private static final Logger log = LoggerFactory.getLogger(SimulatorFaults.class);

    /** What ends by itself after a while. */
    private enum Lasting {
        PAUSE,
        RESTART,
        BROKER_LOST,
        FARM_BROKEN,
        COMPETING_SESSION,
        HALF_OPEN,
        CLIENT_ID_STUCK,
        LOGGED_OUT
    }

    private final EventLoop loop;
    private final Gateway gateway;
    private final MessageFaults messages;
    private final LinkSwitches link;
    private final OrderFaults orders;
    private final SimulatorData data;
    private final FarmSwitches farms;
    private final Map<Lasting, EventLoop.Timer> ends = new EnumMap<>(Lasting.class);
    private boolean comesBackWithDataLost;
    private boolean linesStayDead;
    private @Nullable String brokenFarm;

    SimulatorFaults(EventLoop loop, Gateway gateway, Witness witness) {
        this.loop = loop;
        this.gateway = gateway;
        this.messages = new MessageFaults(loop, gateway);
        this.link = new LinkSwitches(loop, gateway);
        this.orders = new OrderFaults(loop, gateway, witness);
        this.data = new SimulatorData(loop, gateway);
        this.farms = new FarmSwitches(loop, gateway);
    }

    /** What can happen to single messages. */
    public MessageFaults messages() {
        return messages;
    }

    /** What can happen to frames on their way to a client. */
    public LinkSwitches link() {
        return link;
    }

    /** What the user may see of market data, and what can happen to single subscriptions. */
    public SimulatorData data() {
        return data;
    }

    /** The farms that answer questions: history and definitions. */
    public FarmSwitches farms() {
        return farms;
    }

    /** What can happen to orders. */
    public OrderFaults orders() {
        return orders;
    }

    /** Sends a connectivity notice to every client; nothing else changes. */
    public void announce(ConnectivityNotice notice) {
        does("connectivity notice sent code=" + notice.code(), () -> gateway.announce(notice.code(), notice.text()));
    }

    /** Sends a notice about a farm to every client; nothing else changes. */
    public void announceFarm(FarmNotice notice, String farm) {
        does(
                "farm notice sent code=" + notice.code() + " farm=" + farm,
                () -> gateway.announce(notice.code(), notice.about(farm)));
    }

    /**
     * The link to the broker is lost: 1100 to every client, then nothing but what the gateway knows by itself. Orders keep trading and
     * nobody is told; what clients ask for waits until the link is back.
     *
     * @param dataLost comes back with 1101 and forgotten subscriptions rather than with 1102
     */
    public void loseBroker(@Nullable Duration length, boolean dataLost) {
        does("broker link lost length=" + length + " dataLost=" + dataLost, () -> {
            comesBackWithDataLost = dataLost;
            gateway.announce(ConnectivityNotice.LOST.code(), ConnectivityNotice.LOST.text());
            gateway.setBrokerLost(true);
            endAfter(Lasting.BROKER_LOST, length, this::restoreBroker);
        });
    }

    /** The link to the broker is back; does nothing when it was not lost. */
    public void restoreBroker() {
        does("broker link restored", () -> {
            cancel(Lasting.BROKER_LOST);
            if (gateway.faults().isBrokerLost()) {
                ConnectivityNotice notice = comesBackWithDataLost
                        ? ConnectivityNotice.RESTORED_DATA_LOST
                        : ConnectivityNotice.RESTORED_DATA_KEPT;
                gateway.setBrokerLost(false);
                if (comesBackWithDataLost) {
                    gateway.forgetSubscriptions();
                }
                gateway.announce(notice.code(), notice.text());
                gateway.serveHeld();
            }
        });
    }

    /**
     * A market data farm breaks: 2103, then silence on every line.
     *
     * @param deadLines lines that are open now stay silent even when the farm is well, until they are asked for again
     */
    public void breakFarm(String farm, @Nullable Duration length, boolean deadLines) {
        does("farm broken farm=" + farm + " length=" + length, () -> {
            brokenFarm = farm;
            linesStayDead = deadLines;
            gateway.announce(FarmNotice.MARKET_DATA_BROKEN.code(), FarmNotice.MARKET_DATA_BROKEN.about(farm));
            gateway.faults().setFarmBroken(true);
            endAfter(Lasting.FARM_BROKEN, length, this::mendFarm);
        });
    }

    /** The broken farm is well: 2104, and ticks again; does nothing when none is broken. */
    public void mendFarm() {
        does("farm mended", () -> {
            cancel(Lasting.FARM_BROKEN);
            String farm = brokenFarm;
            if (farm != null) {
                brokenFarm = null;
                gateway.announce(FarmNotice.MARKET_DATA_OK.code(), FarmNotice.MARKET_DATA_OK.about(farm));
                gateway.mendFarm(linesStayDead);
            }
        });
    }

    /** Cuts the connection of a client, of all when it is null; orders stay. */
    public void drop(@Nullable Integer clientId) {
        does("connections cut client=" + clientId, () -> gateway.dropAll(clientId));
    }

    /**
     * Holds every socket silent, as on a half-open link: nothing is read, nothing is sent, nothing is closed. Market and
     * orders go on; what they have to tell comes after the pause.
     */
    public void pause(@Nullable Duration length) {
        does("simulator paused length=" + length, () -> {
            gateway.gate().pause();
            endAfter(Lasting.PAUSE, length, this::resume);
        });
    }

    /** Ends a pause; without one it does nothing. */
    public void resume() {
        does("simulator resumed", () -> {
            cancel(Lasting.PAUSE);
            gateway.gate().resume();
        });
    }

    /**
     * The connection of a client, of all when it is null, dies unseen: nothing passes either way, and the gateway holds the client id
     * even when the client leaves, until it notices.
     */
    public void goHalfOpen(@Nullable Integer clientId, @Nullable Duration length) {
        does("half-open client=" + clientId + " length=" + length, () -> {
            gateway.goHalfOpen(clientId);
            endAfter(Lasting.HALF_OPEN, length, this::endHalfOpen);
        });
    }

    /** The gateway notices dead connections, cuts them and frees their client ids. */
    public void endHalfOpen() {
        does("half-open ended", () -> {
            cancel(Lasting.HALF_OPEN);
            gateway.endHalfOpen();
        });
    }

    /** Whoever starts with this client id is refused, although nobody has it. */
    public void holdClientId(int clientId, @Nullable Duration length) {
        does("client id stuck client=" + clientId + " length=" + length, () -> {
            gateway.faults().hold(clientId);
            endAfter(Lasting.CLIENT_ID_STUCK, length, this::releaseClientIds);
        });
    }

    /** Client ids that nobody has are free again. */
    public void releaseClientIds() {
        does("client ids free", () -> {
            cancel(Lasting.CLIENT_ID_STUCK);
            gateway.faults().releaseAll();
        });
    }

    /** A client id in use is refused by closing the socket, without the code 326. */
    public void setSilentRefusal(boolean silent) {
        does("silent refusal silent=" + silent, () -> gateway.faults().setSilentRefusal(silent));
    }

    /** The gateway's own clock is wrong: connection time, current time and times of errors. */
    public void skewClock(Duration by, boolean behind) {
        does(
                "clock skew by=" + by + " behind=" + behind,
                () -> gateway.faults().setClockSkew(behind ? by.negated() : by));
    }

    /** The gateway's own clock is right. */
    public void endClockSkew() {
        does("clock skew ended", () -> gateway.faults().setClockSkew(Duration.ZERO));
    }

    /** The connection time names this zone, whatever it is; null names the true one. */
    public void setZoneName(@Nullable String name) {
        does("zone name=" + name, () -> gateway.faults().setZoneName(name));
    }

    /** Nobody hears ticks of this symbol any more, whoever subscribes; no notice tells why. */
    public void silence(String symbol) {
        does("symbol silent symbol=" + symbol, () -> gateway.faults().silence(symbol));
    }

    /** The lines of this symbol that are open now stay silent; a new subscription is served. */
    public void silencePresentLines(String symbol) {
        does("present lines silent symbol=" + symbol, () -> gateway.silencePresentLines(symbol));
    }

    /** The symbol's lines hear its present state and then every change again. */
    public void endSilence(String symbol) {
        does("symbol heard again symbol=" + symbol, () -> gateway.endSilence(symbol));
    }

    /** Every symbol is heard again. */
    public void endSilence() {
        does("all symbols heard again", gateway::endEverySilence);
    }

    /** Ends the depth subscriptions of a symbol, of all when it is empty: 316. */
    public void haltDepth(String symbol) {
        does("depth halted symbol=" + symbol, () -> gateway.haltDepth(symbol));
    }

    /** Every order book of a symbol, of all when it is null, is reset by 317. */
    public void resetDepth(@Nullable String symbol) {
        does("depth reset symbol=" + symbol, () -> gateway.resetDepth(symbol));
    }

    /**
     * A news bulletin for every client that reads them.
     *
     * @param type 1 regular, 2 an exchange is no longer available, 3 it is again
     */
    public void publishBulletin(int type, String message, String exchange) {
        does("bulletin type=" + type, () -> gateway.publishBulletin(type, message, exchange));
    }

    /** Another live session takes the data: every line, old or new, hears 10197 and then nothing. */
    public void startCompetingSession() {
        startCompetingSession(null);
    }

    /** The same for a while. */
    public void startCompetingSession(@Nullable Duration length) {
        does("competing session started length=" + length, () -> {
            gateway.startCompetingSession();
            endAfter(Lasting.COMPETING_SESSION, length, this::endCompetingSession);
        });
    }

    /** The other session has ended: every line hears its market's present state and then every change again. */
    public void endCompetingSession() {
        does("competing session ended", () -> {
            cancel(Lasting.COMPETING_SESSION);
            gateway.endCompetingSession();
        });
    }

    /** Orders, cancels and order lists are answered by error 321 and nothing else. */
    public void setReadOnly(boolean readOnly) {
        does("read-only mode readOnly=" + readOnly, () -> gateway.faults().setReadOnly(readOnly));
    }

    /**
     * Another login of the same user ends this one: every connection is cut, and clients that connect find a gateway that waits for
     * its user.
     */
    public void logOut(@Nullable Duration length) {
        does("logged out by another login length=" + length, () -> {
            gateway.faults().setLogin(LoginFault.UNANSWERED);
            gateway.dropAll(null);
            endAfter(Lasting.LOGGED_OUT, length, this::logIn);
        });
    }

    /** Somebody logs in again; every fault of the login ends. */
    public void logIn() {
        does("logged in", () -> {
            cancel(Lasting.LOGGED_OUT);
            gateway.faults().setLogin(LoginFault.NONE);
        });
    }

    /** What happens to clients that connect from now on. */
    public void setLoginFault(LoginFault fault) {
        does("login fault fault=" + fault, () -> gateway.faults().setLogin(fault));
    }

    /** The gateway restarts: every connection is cut, and connecting is refused until it is back. Orders and positions stay. */
    public void restart(@Nullable Duration away) {
        does("gateway gone away=" + away, () -> {
            gateway.goAway();
            endAfter(Lasting.RESTART, away, this::comeBack);
        });
    }

    /** Accepts connections again; does nothing when it already does. */
    public void comeBack() {
        does("gateway back", () -> {
            cancel(Lasting.RESTART);
            gateway.comeBack();
        });
    }

    /** Lets every client id start again from an order id that was used before, as after a reset of the gateway's sequence. */
    public void rollBackOrderIds(int nextOrderId) {
        if (nextOrderId < 1) {
            throw new IllegalArgumentException("the next order id must be at least 1, not " + nextOrderId);
        }
        does(
                "order ids rolled back nextOrderId=" + nextOrderId,
                () -> gateway.orders().numbers().rollBack(nextOrderId));
    }

    /** Moves to a free port: every client hears 1300 with the new one, is disconnected, and finds the old one shut. */
    public int movePort() {
        int port = loop.call(() -> {
            cancel(Lasting.RESTART);
            return gateway.movePort();
        });
        log.info("simulator moved port={}", port);
        return port;
    }

    /** Ends every fault. A port that was moved, and order ids that were rolled back, stay so. */
    public void clear() {
        does("all faults ended", () -> {
            restoreBroker();
            mendFarm();
            farms.mendAll();
            resume();
            messages.endStorm();
            ends.values().forEach(EventLoop.Timer::cancel);
            ends.clear();
            gateway.clearFaults();
        });
    }

    private void does(String what, Runnable action) {
        log.info("simulator fault {}", what);
        loop.call(() -> {
            action.run();
            return null;
        });
    }

    private void endAfter(Lasting what, @Nullable Duration length, Runnable end) {
        cancel(what);
        if (length != null) {
            ends.put(what, loop.after(length, end));
        }
    }

    private void cancel(Lasting what) {
        EventLoop.Timer timer = ends.remove(what);
        if (timer != null) {
            timer.cancel();
        }
    }
}
