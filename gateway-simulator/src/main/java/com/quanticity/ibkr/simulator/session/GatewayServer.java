package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.session.Handshake.Agreed;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for clients and hands their frames to the event loop. */
final class GatewayServer implements ClientConnection.Listener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);

    private static final Duration LAST_ACCEPT = Duration.ofSeconds(5);

    private volatile ServerSocket server;
    private final EventLoop loop;
    private final Handshake handshake;
    private final PauseGate gate;
    private final Faults faults;
    private final LimitsInForce limits;
    private final RequestRouter router;
    private final InstantSource time;
    private final Witness witness;
    private final Backlog backlog;
    private volatile boolean closed;
    private @Nullable Socket holder;
    private volatile @Nullable Thread acceptor;
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<ClientConnection, Session> sessions = new ConcurrentHashMap<>();

    GatewayServer(
            ServerSocket server,
            EventLoop loop,
            Handshake handshake,
            PauseGate gate,
            Faults faults,
            LimitsInForce limits,
            RequestRouter router,
            InstantSource time,
            Witness witness,
            Backlog backlog) {
        this.server = server;
        this.loop = loop;
        this.handshake = handshake;
        this.gate = gate;
        this.faults = faults;
        this.limits = limits;
        this.router = router;
        this.time = time;
        this.witness = witness;
        this.backlog = backlog;
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
        ServerSocket listening = server;
        acceptor = Thread.ofPlatform().name("simulator-acceptor").daemon().start(() -> accept(listening));
    }

    /** Refuses connections and cuts those there are; the port stays ours, so that nobody takes it meanwhile. */
    void shut() {
        InetSocketAddress address = new InetSocketAddress(server.getInetAddress(), port());
        stopListening();
        if (!closed) {
            hold(address);
        }
        connections.forEach(ClientConnection::close);
    }

    /** Listens on the same port again, unless it does. */
    void reopen() {
        if (!closed && !isListening()) {
            listenOn(port());
        }
    }

    /** Listens on a free port instead; connections stay. */
    int openAnother() {
        stopListening();
        listenOn(0);
        return port();
    }

    boolean isListening() {
        return !server.isClosed();
    }

    /** A bound socket that does not listen refuses connections like a free port. */
    private void hold(InetSocketAddress address) {
        try {
            Socket placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(address);
            holder = placeholder;
        } catch (IOException taken) {
            log.warn("port cannot be held while the gateway is away port={}", address.getPort(), taken);
        }
    }

    private void release() {
        try {
            if (holder != null) {
                holder.close();
                holder = null;
            }
        } catch (IOException broken) {
            log.debug("placeholder close failed", broken);
        }
    }

    private void listenOn(int port) {
        release();
        try {
            server = bind(server.getInetAddress(), port);
            start();
        } catch (IOException taken) {
            log.error("port cannot be opened again port={} action=restart_the_simulator", port, taken);
        }
    }

    /** The port is free only when the thread that waits for clients has let go of it, too. */
    private void stopListening() {
        try {
            server.close();
            if (acceptor != null) {
                acceptor.join(LAST_ACCEPT);
            }
        } catch (IOException broken) {
            log.debug("listener close failed", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                ClientConnection connection = new ClientConnection(socket, handshake, gate, faults, backlog, this);
                connections.add(connection);
                connection.start();
                if (listening.isClosed()) {
                    connection.close();
                }
            } catch (IOException failed) {
                if (!listening.isClosed()) {
                    log.warn("connection not accepted", failed);
                }
            }
        }
    }

    @Override
    public void onConnected(ClientConnection connection, Agreed agreed) {
        Session session = new Session(connection, agreed, limits, loop, time, faults, witness);
        sessions.put(connection, session);
        loop.execute(() -> router.onConnected(session));
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
            loop.execute(() -> router.onLeft(session));
        }
    }

    @Override
    public void close() {
        closed = true;
        release();
        shut();
    }
}
