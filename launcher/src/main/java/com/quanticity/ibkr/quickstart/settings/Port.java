package com.quanticity.ibkr.quickstart.settings;

/** Every port the platform listens on, on the loopback address. */
public enum Port {
    REDIS("--redis-port", 16379),
    POSTGRES("--postgres-port", 15432),
    GATEWAY("--gateway-port", 4002),
    SIMULATOR_CONTROL("--simulator-control-port", 8090),
    ADAPTER("--adapter-port", 8081),
    RISK("--risk-port", 8082),
    REPLAY("--replay-port", 8083),
    ENGINE("--engine-port", 8084),
    CONSOLE("--console-port", 8099);

    private final String option;
    private final int usual;

    Port(String option, int usual) {
        this.option = option;
        this.usual = usual;
    }

    /** The command-line option that sets it. */
    public String option() {
        return option;
    }

    /** The number when nothing else is asked for. */
    public int usual() {
        return usual;
    }
}
