package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.wire.LoginZone;

/**
 * How a session begins.
 *
 * @param serverVersion highest version the gateway agrees to, 176 to 200
 * @param loginZone zone of the login machine: a Windows name, an IANA name or an abbreviation
 * @param startBurst what is sent after START_API without being asked for
 */
public record SessionOptions(int serverVersion, LoginZone loginZone, StartBurst startBurst) {

    public static final int LOWEST_VERSION = 176;
    public static final int HIGHEST_VERSION = 200;

    public SessionOptions {
        if (serverVersion < LOWEST_VERSION || serverVersion > HIGHEST_VERSION) {
            throw new IllegalArgumentException("server version must be 176 to 200, not " + serverVersion);
        }
    }

    /** Version 200, a login machine in New York, accounts before ids before notices. */
    public static SessionOptions defaults() {
        return new SessionOptions(HIGHEST_VERSION, LoginZone.of("US/Eastern"), StartBurst.defaults());
    }

    public SessionOptions withServerVersion(int other) {
        return new SessionOptions(other, loginZone, startBurst);
    }

    public SessionOptions withLoginZone(LoginZone other) {
        return new SessionOptions(serverVersion, other, startBurst);
    }

    public SessionOptions withStartBurst(StartBurst other) {
        return new SessionOptions(serverVersion, loginZone, other);
    }
}
