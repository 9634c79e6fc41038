package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.LoginFault;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Troubles a gateway can have, to be switched on and off: each stays until it is ended, and {@link #clear} ends all. Thread-safe;
 * when a call returns, the fault is there. Durations are of the simulator's clock. Source: tws-wire behaviour.md.
 */
public final class SimulatorFaults {

    private static final Logger log = LoggerFactory.getLogger(SimulatorFaults.class);

    private final EventLoop loop;
    private final Gateway gateway;
    private EventLoop.@Nullable Timer returnTimer;

    SimulatorFaults(EventLoop loop, Gateway gateway) {
        this.loop = loop;
        this.gateway = gateway;
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

    /** Sends a notice about a farm to every client; nothing else changes. */
    public void announceFarm(FarmNotice notice, String farm) {
        does(
                "farm notice sent code=" + notice.code() + " farm=" + farm,
                () -> gateway.announce(notice.code(), notice.about(farm)));
    }

    /** Another live session takes the data: every line, old or new, hears 10197 and then nothing. */
    public void startCompetingSession() {
        does("competing session started", gateway::startCompetingSession);
    }

    /** The other session has ended: every line hears its market's present state and then every change again. */
    public void endCompetingSession() {
        does("competing session ended", gateway::endCompetingSession);
    }

    /** Orders, cancels and order lists are answered by error 321 and nothing else. */
    public void setReadOnly(boolean readOnly) {
        does("read-only mode readOnly=" + readOnly, () -> gateway.faults().setReadOnly(readOnly));
    }

    /** What happens to clients that connect from now on. */
    public void setLoginFault(LoginFault fault) {
        does("login fault fault=" + fault, () -> gateway.faults().setLogin(fault));
    }

    /**
     * The gateway restarts: every connection is cut, and connecting is refused until it is back. Orders and positions stay.
     *
     * @param away null until {@link #comeBack()}
     */
    public void restart(@Nullable Duration away) {
        does("gateway gone away=" + away, () -> {
            cancelReturn();
            gateway.goAway();
            returnTimer = away == null ? null : loop.after(away, gateway::comeBack);
        });
    }

    /** Accepts connections again; does nothing when it already does. */
    public void comeBack() {
        does("gateway back", () -> {
            cancelReturn();
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
            cancelReturn();
            return gateway.movePort();
        });
        log.info("simulator moved port={}", port);
        return port;
    }

    /** Ends every fault. A port that was moved, and order ids that were rolled back, stay so. */
    public void clear() {
        does("all faults ended", () -> {
            cancelReturn();
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

    private void cancelReturn() {
        if (returnTimer != null) {
            returnTimer.cancel();
            returnTimer = null;
        }
    }
}
