package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up. Start from {@link #defaults()} and change what matters.
 *
 * @param port wire port on the loopback address, 0 for any free one
 * @param market where prices come from
 * @param account code of the one paper account
 * @param startCash US dollars at the start, unless the state file says otherwise
 * @param serverVersion highest version it agrees to, 176 to 200
 * @param limits what a client may do
 * @param stateFile where cash, positions and orders outlive a restart; null keeps them in memory
 * @param time the clock
 */
public record SimulatorConfig(
        int port,
        MarketSource market,
        String account,
        BigDecimal startCash,
        int serverVersion,
        SessionLimits limits,
        @Nullable Path stateFile,
        SimulatorTime time) {

    public static final int LOWEST_VERSION = 176;
    public static final int HIGHEST_VERSION = 200;

    public SimulatorConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (serverVersion < LOWEST_VERSION || serverVersion > HIGHEST_VERSION) {
            throw new IllegalArgumentException("server version must be 176 to 200, not " + serverVersion);
        }
        if (!account.matches("[A-Z][A-Z0-9]{2,14}")) {
            throw new IllegalArgumentException("account must look like DU1234567, not " + account);
        }
    }

    /** A free port, the generator with seed 7, account DU1234567 with one million dollars, version 200, no state file. */
    public static SimulatorConfig defaults() {
        return new SimulatorConfig(
                0,
                new MarketSource.Generated(7),
                "DU1234567",
                new BigDecimal("1000000.00"),
                HIGHEST_VERSION,
                SessionLimits.defaults(),
                null,
                SimulatorTime.real());
    }

    public SimulatorConfig withPort(int other) {
        return new SimulatorConfig(other, market, account, startCash, serverVersion, limits, stateFile, time);
    }

    public SimulatorConfig withMarket(MarketSource other) {
        return new SimulatorConfig(port, other, account, startCash, serverVersion, limits, stateFile, time);
    }

    public SimulatorConfig withAccount(String other) {
        return new SimulatorConfig(port, market, other, startCash, serverVersion, limits, stateFile, time);
    }

    public SimulatorConfig withStartCash(BigDecimal other) {
        return new SimulatorConfig(port, market, account, other, serverVersion, limits, stateFile, time);
    }

    public SimulatorConfig withServerVersion(int other) {
        return new SimulatorConfig(port, market, account, startCash, other, limits, stateFile, time);
    }

    public SimulatorConfig withLimits(SessionLimits other) {
        return new SimulatorConfig(port, market, account, startCash, serverVersion, other, stateFile, time);
    }

    public SimulatorConfig withStateFile(@Nullable Path other) {
        return new SimulatorConfig(port, market, account, startCash, serverVersion, limits, other, time);
    }

    public SimulatorConfig withTime(SimulatorTime other) {
        return new SimulatorConfig(port, market, account, startCash, serverVersion, limits, stateFile, other);
    }
}
