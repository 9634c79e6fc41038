package com.quanticity.ibkr.gateway;

/** How an attempt to connect ended. */
public sealed interface ConnectOutcome {

    /** Logged on: version agreed, accounts and next order id received. */
    record Connected(GatewayConnection connection) implements ConnectOutcome {}

    /**
     * The gateway or the network said no.
     *
     * @param code 326 client id in use, 502 cannot connect, 506 version outside the range, 507 or 508 broken answer
     * @param message one line: what is wrong and what to do
     */
    record Refused(int code, String message) implements ConnectOutcome {

        /** Another session holds the client id. */
        public static final int CLIENT_ID_IN_USE = 326;

        /** Nothing listens, the gateway closed without a word, or the attempt failed on our own side. */
        public static final int CANNOT_CONNECT = 502;

        /** Client and gateway share no protocol level. */
        public static final int UNSUPPORTED_VERSION = 506;

        /** The stream broke inside a frame, or a frame had a forbidden length. */
        public static final int BAD_LENGTH = 507;
    }

    /**
     * No answer in time: typically a gateway that is not logged in, or that waits in a dialog.
     *
     * @param phase what had been reached
     * @param message one line: what was waited for and what to do
     */
    record TimedOut(ConnectPhase phase, String message) implements ConnectOutcome {}
}
