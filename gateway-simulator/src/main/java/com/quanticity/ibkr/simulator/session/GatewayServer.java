package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.session.Handshake.Agreed;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for clients and hands their frames to the event loop. */
final class GatewayServer implements ClientConnection.Listener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

    private final ServerSocket server;
    private final EventLoop loop;
    private final Handshake handshake;
    private final PauseGate gate;
    private final SessionLimits limits;
    private final RequestRouter router;
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<ClientConnection, Session> sessions = new ConcurrentHashMap<>();

    GatewayServer(
            ServerSocket server,
            EventLoop loop,
            Handshake handshake,
            PauseGate gate,
            SessionLimits limits,
            RequestRouter router) {
        this.server = server;
        this.loop = loop;
        this.handshake = handshake;
        this.gate = gate;
        this.limits = limits;
        this.router = router;
    }

    /**
     * Takes the port.
     *
     * @param port 0 for any free one
     */
    static ServerSocket bind(InetAddress address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(address, port), 128);
        return server;
    }

    void start() {
        Thread.ofPlatform().name("simulator-acceptor").daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                ClientConnection connection = new ClientConnection(socket, handshake, gate, this);
                connections.add(connection);
                connection.start();
            } catch (IOException failed) {
                if (!server.isClosed()) {
                    log.warn("connection not accepted", failed);
                }
            }
        }
    }

    @Override
    public void onConnected(ClientConnection connection, Agreed agreed) {
        sessions.put(connection, new Session(connection, agreed, limits, loop::now));
    }

    @Override
    public void onFrame(ClientConnection connection, List<String> fields) {
        Session session = sessions.get(connection);
        if (session != null) {
            loop.execute(() -> router.onFrame(session, fields));
        }
    }

    @Override
    public void onClosed(ClientConnection connection) {
        connections.remove(connection);
        Session session = sessions.remove(connection);
        if (session != null) {
            loop.execute(() -> router.onClosed(session));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException broken) {
            log.debug("listener close failed", broken);
        }
        connections.forEach(ClientConnection::close);
    }
}
