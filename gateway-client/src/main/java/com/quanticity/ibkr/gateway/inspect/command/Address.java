package com.quanticity.ibkr.gateway.inspect.command;

/**
 * A host and a port.
 *
 * @param port 0 to 65535; 0 lets the system choose one to listen on
 */
record Address(String host, int port) {

    private static final int MAX_PORT = 65_535;
    private static final String LOOPBACK = "127.0.0.1";

    /** {@code HOST:PORT}, or {@code PORT} alone for this machine. */
    static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? LOOPBACK : text.substring(0, colon);
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (!host.isBlank() && port >= 0 && port <= MAX_PORT) {
                return new Address(host, port);
            }
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static UsageException unreadable(String text) {
        return new UsageException("'" + text + "' is no address: write HOST:PORT, like 127.0.0.1:4002");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
