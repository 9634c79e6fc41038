package com.quanticity.ibkr.gateway.request;

/** Levels of the gateway's own log, from little to much. */
public enum ServerLogLevel {
    SYSTEM(1),
    ERROR(2),
    WARNING(3),
    INFORMATION(4),
    DETAIL(5);

    private final int wireCode;

    ServerLogLevel(int wireCode) {
        this.wireCode = wireCode;
    }

    public int wireCode() {
        return wireCode;
    }
}
