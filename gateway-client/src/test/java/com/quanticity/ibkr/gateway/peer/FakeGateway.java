package com.quanticity.ibkr.gateway.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Listens on a free port; a test accepts and plays the gateway's side by hand. Closing closes every peer. */
public final class FakeGateway implements AutoCloseable {

    private static final int ACCEPT_MILLIS = 40_000;

    private final ServerSocket server;
    private final List<Peer> peers = new ArrayList<>();

    public FakeGateway() {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server.setSoTimeout(ACCEPT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next connection, before any byte of it was read. */
    public Peer accept() {
        try {
            Socket socket = server.accept();
            Peer peer = new Peer(socket);
            peers.add(peer);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next connection, logged on at a version: handshake, START_API, accounts and next order id done. */
    public Peer acceptAndLogOn(int version) {
        Peer peer = accept();
        peer.answerHello(version);
        peer.expect("71");
        peer.send("15", "1", "DU9000001,");
        peer.send("9", "1", "42");
        return peer;
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
