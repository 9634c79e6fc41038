package com.quanticity.ibkr.gateway.internal.connection;

import java.io.IOException;
import java.net.Socket;

final class Sockets {

    private Sockets() {}

    /** Closes; a failure to close leaves nothing that could be done. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
            return;
        }
    }
}
