package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.session.GatewayEnvironment;

/** What listens at the other end, which decides the usual port. Source: wire specification, README section 2. */
enum GatewaySoftware {
    /** IB Gateway; for production. */
    GATEWAY(4002, 4001),
    /** Trader Workstation; for development. */
    TWS(7497, 7496);

    private final int paperPort;
    private final int livePort;

    GatewaySoftware(int paperPort, int livePort) {
        this.paperPort = paperPort;
        this.livePort = livePort;
    }

    int port(GatewayEnvironment environment) {
        return switch (environment) {
            case PAPER -> paperPort;
            case LIVE -> livePort;
        };
    }
}
