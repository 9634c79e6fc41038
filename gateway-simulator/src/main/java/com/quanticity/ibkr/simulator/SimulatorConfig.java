package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.session.SessionOptions;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up. Start from {@link #defaults()} and change what matters.
 *
 * @param port wire port on the loopback address, 0 for any free one
 * @param market where prices come from
 * @param marketData how the market behaves and is shown
 * @param accounts the accounts of the login
 * @param orders how orders are taken
 * @param session how a session begins
 * @param limits what a client may do
 * @param gateways how many gateways there are and when they go away by themselves
 * @param stateFile where cash, positions and orders outlive a restart; null keeps them in memory
 * @param time the clock
 */
public record SimulatorConfig(
        int port,
        MarketSource market,
        MarketOptions marketData,
        AccountOptions accounts,
        OrderOptions orders,
        SessionOptions session,
        SessionLimits limits,
        GatewayOptions gateways,
        @Nullable Path stateFile,
        SimulatorTime time) {

    public static final int LOWEST_VERSION = SessionOptions.LOWEST_VERSION;
    public static final int HIGHEST_VERSION = SessionOptions.HIGHEST_VERSION;

    public SimulatorConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
    }

    /** A free port, the generator with seed 7, account DU1234567 with one million dollars, version 200, no state file. */
    public static SimulatorConfig defaults() {
        return new SimulatorConfig(
                0,
                new MarketSource.Generated(7),
                MarketOptions.defaults(),
                AccountOptions.defaults(),
                OrderOptions.defaults(),
                SessionOptions.defaults(),
                SessionLimits.defaults(),
                GatewayOptions.defaults(),
                null,
                SimulatorTime.real());
    }

    public SimulatorConfig withPort(int other) {
        return new SimulatorConfig(
                other, market, marketData, accounts, orders, session, limits, gateways, stateFile, time);
    }

    public SimulatorConfig withMarket(MarketSource other) {
        return new SimulatorConfig(
                port, other, marketData, accounts, orders, session, limits, gateways, stateFile, time);
    }

    public SimulatorConfig withMarketData(MarketOptions other) {
        return new SimulatorConfig(port, market, other, accounts, orders, session, limits, gateways, stateFile, time);
    }

    public SimulatorConfig withAccounts(AccountOptions other) {
        return new SimulatorConfig(port, market, marketData, other, orders, session, limits, gateways, stateFile, time);
    }

    /** The same with another code of the one account. */
    public SimulatorConfig withAccount(String code) {
        return withAccounts(accounts.withAccounts(List.of(accounts.first().withCode(code))));
    }

    /** The same with other US dollars in the one account. */
    public SimulatorConfig withStartCash(BigDecimal cash) {
        return withAccounts(accounts.withAccounts(List.of(accounts.first().withStartCash(cash))));
    }

    public SimulatorConfig withOrders(OrderOptions other) {
        return new SimulatorConfig(
                port, market, marketData, accounts, other, session, limits, gateways, stateFile, time);
    }

    public SimulatorConfig withSession(SessionOptions other) {
        return new SimulatorConfig(
                port, market, marketData, accounts, orders, other, limits, gateways, stateFile, time);
    }

    public SimulatorConfig withServerVersion(int version) {
        return withSession(session.withServerVersion(version));
    }

    public SimulatorConfig withLimits(SessionLimits other) {
        return new SimulatorConfig(
                port, market, marketData, accounts, orders, session, other, gateways, stateFile, time);
    }

    public SimulatorConfig withGateways(GatewayOptions other) {
        return new SimulatorConfig(port, market, marketData, accounts, orders, session, limits, other, stateFile, time);
    }

    /** The same with a second gateway; null for one only. */
    public SimulatorConfig withSecondPort(@Nullable Integer second) {
        return withGateways(gateways.withSecondPort(second));
    }

    /** The same with other maintenance. */
    public SimulatorConfig withMaintenance(MaintenanceOptions other) {
        return withGateways(gateways.withMaintenance(other));
    }

    public SimulatorConfig withStateFile(@Nullable Path other) {
        return new SimulatorConfig(port, market, marketData, accounts, orders, session, limits, gateways, other, time);
    }

    public SimulatorConfig withTime(SimulatorTime other) {
        return new SimulatorConfig(
                port, market, marketData, accounts, orders, session, limits, gateways, stateFile, other);
    }
}
