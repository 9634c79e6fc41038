package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.marketdata.tick.ExchangeForPhysical;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user of one gateway may see, how much of it, and what can happen to single subscriptions. Thread-safe; when a
 * call returns, it is so.
 */
public final class SimulatorData {

    private static final Logger log = LoggerFactory.getLogger(SimulatorData.class);

    private final EventLoop loop;
    private final Gateway gateway;

    SimulatorData(EventLoop loop, Gateway gateway) {
        this.loop = loop;
        this.gateway = gateway;
    }

    /** What the user may see now. */
    public Entitlements entitlements() {
        return loop.call(() -> gateway.entitlements().now());
    }

    /**
     * Other entitlements from now on.
     *
     * @param openToo whether subscriptions that are open follow: they end with their code, become delayed, or live again
     */
    public void use(Entitlements other, boolean openToo) {
        does("entitlements used entitlements=" + other + " openToo=" + openToo, () -> {
            gateway.entitlements().use(other);
            reconsider(openToo);
        });
    }

    /** One rule more, before all others, until {@link #restoreEntitlements}. */
    public void entitle(Entitlements.Rule rule, boolean openToo) {
        does("entitlement changed rule=" + rule + " openToo=" + openToo, () -> {
            gateway.entitlements().add(rule);
            reconsider(openToo);
        });
    }

    /** The usual entitlements again, for open subscriptions, too. */
    public void restoreEntitlements() {
        does("entitlements restored", () -> {
            gateway.entitlements().restore();
            reconsider(true);
        });
    }

    private void reconsider(boolean openToo) {
        if (openToo) {
            gateway.reconsiderSubscriptions();
        }
    }

    /**
     * Pauses the trading of a symbol as a volatility halt does: its quote and book go, tick 49 says 2, depth ends with 316;
     * orders are taken and wait.
     *
     * @param length null until {@link #resumeTrading}
     * @throws IllegalArgumentException when the symbol has no market
     */
    public void haltTrading(String symbol, @Nullable Duration length) {
        haltTrading(symbol, HaltKind.VOLATILITY, length);
    }

    /**
     * Halts the trading of a symbol: a general halt shows 1 in tick 49 and refuses orders with 154.
     *
     * @param length null until {@link #resumeTrading}
     * @throws IllegalArgumentException when the symbol has no market
     */
    public void haltTrading(String symbol, HaltKind kind, @Nullable Duration length) {
        does("trading halted symbol=" + symbol + " kind=" + kind + " length=" + length, () -> {
            gateway.market().halt(symbol, kind);
            if (length != null) {
                loop.after(length, () -> gateway.market().halt(symbol, HaltKind.NONE));
            }
        });
    }

    /** Every halted symbol trades again. */
    public void resumeTrading() {
        does("trading resumed", gateway.market()::endHalts);
    }

    /**
     * Tells every level 1 line of a symbol what its future would cost, once: TICK_EFP for each price there is. No request
     * asks for it.
     *
     * @param basisPoints a year
     * @param holdDays days until the last trade of the future, 1 to 3650
     * @param dividends money for a share until then
     * @throws IllegalArgumentException when the days or the dividends are impossible
     */
    public void tellExchangeForPhysical(String symbol, BigDecimal basisPoints, int holdDays, BigDecimal dividends) {
        ExchangeForPhysical efp = new ExchangeForPhysical(basisPoints, holdDays, dividends);
        does("exchange for physical told symbol=" + symbol, () -> gateway.tellExchangeForPhysical(symbol, efp));
    }

    /** Lets a held recording begin. */
    public void play() {
        does("market released", gateway::releaseMarket);
    }

    /** Other limits, of every gateway, until {@link #restoreLimits}; what is open stays open. */
    public void limit(UnaryOperator<SessionLimits> change) {
        does(
                "limits changed",
                () -> gateway.limits().change(change.apply(gateway.limits().now())));
    }

    /** The usual limits again. */
    public void restoreLimits() {
        does("limits restored", () -> gateway.limits().restore());
    }

    /** One subscription, of level 1, ticks, bars or depth, hears nothing more; no notice tells why. */
    public void silence(int clientId, int requestId) {
        does(
                "subscription silent client=" + clientId + " id=" + requestId,
                () -> gateway.faults().silence(clientId, requestId));
    }

    /** Silenced subscriptions hear again: level 1 where the market is now, depth a reset and all rows. */
    public void endSilence() {
        does("subscriptions heard again", gateway::endSilenceOfRequests);
    }

    /**
     * Rows of a depth subscription go on for a while after its cancel.
     *
     * @param keepsSlot whether the slot is taken as long, so that the next request can meet 309
     */
    public void setLateDepth(Duration length, boolean keepsSlot) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("rows cannot go on for " + length + ": give zero or more");
        }
        does(
                "late depth length=" + length + " keepsSlot=" + keepsSlot,
                () -> gateway.faults().setLateDepth(length, keepsSlot));
    }

    /** No depth request finds a slot: 309. Those that are open stay. */
    public void setDepthFull(boolean full) {
        does("depth slots taken full=" + full, () -> gateway.faults().setDepthFull(full));
    }

    /** Every cancel of depth is answered by 310, as if there were no such subscription, and has no effect. */
    public void setDepthCancelsLost(boolean lost) {
        does("depth cancels lost lost=" + lost, () -> gateway.faults().setDepthCancelsLost(lost));
    }

    /** Ends the five-second bars of a symbol as a bust does: 10225; of all symbols when it is null. */
    public void bustBars(@Nullable String symbol) {
        does("bars busted symbol=" + symbol, () -> gateway.bustBars(symbol == null ? "" : symbol));
    }

    private void does(String what, Runnable action) {
        log.info("simulator fault {}", what);
        loop.call(() -> {
            action.run();
            return null;
        });
    }
}
