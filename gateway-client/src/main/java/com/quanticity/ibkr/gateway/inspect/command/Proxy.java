package com.quanticity.ibkr.gateway.inspect.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and a gateway. Bytes pass unchanged, apart from the version range when a highest version is asked for; they
 * are sent on first and looked at afterwards.
 */
final class Proxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    private final ServerSocket server;
    private final Address target;
    private final @Nullable Integer maxVersion;
    private final Clock clock;
    private final FrameLog log;
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private long connections;

    private Proxy(ServerSocket server, Address target, @Nullable Integer maxVersion, Clock clock, FrameLog log) {
        this.server = server;
        this.target = target;
        this.maxVersion = maxVersion;
        this.clock = clock;
        this.log = log;
    }

    /** Listens; when this returns, clients are accepted. */
    static Proxy start(Address listen, Address target, @Nullable Integer maxVersion, Clock clock, FrameLog log) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(listen.host(), listen.port()));
            Proxy proxy = new Proxy(server, target, maxVersion, clock, log);
            Thread.ofPlatform().name("wire-proxy").daemon().start(proxy::accept);
            return proxy;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot listen on " + listen + " (" + e.getMessage()
                    + "): choose another port or stop what is there");
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                relay(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.remark(connections, "cannot accept a client: " + e.getMessage());
                }
            }
        }
    }

    private void relay(Socket client) throws IOException {
        long number = ++connections;
        Socket gateway = new Socket();
        try {
            gateway.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
        } catch (IOException e) {
            log.remark(number, "client turned away: cannot connect to " + target + " (" + e.getMessage() + ")");
            client.close();
            gateway.close();
            return;
        }
        ProxiedConnection connection =
                new ProxiedConnection(number, client, gateway, maxVersion, clock, log, open::remove);
        open.add(connection);
        connection.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // The port is free either way.
            return;
        } finally {
            open.forEach(ProxiedConnection::close);
        }
    }
}
