package com.quanticity.ibkr.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/**
 * As much of a gateway as a client needs to log on and to find the line alive, for one client, and a hose of ready-made frames. Its
 * few lines of codec are its own.
 */
public final class LoopbackGateway implements AutoCloseable {

    private static final String VERSION = "199";
    private static final String START_API = "71";
    private static final String REQ_CURRENT_TIME = "49";

    private final ServerSocket server;
    private final Clock clock;
    private final CompletableFuture<Socket> loggedOn = new CompletableFuture<>();
    private final Thread thread;

    private LoopbackGateway(ServerSocket server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("loopback-gateway").daemon().unstarted(this::serve);
    }

    /** Listens on a free port of the loopback address; the clock is the time it tells. */
    public static LoopbackGateway start(Clock clock) {
        try {
            LoopbackGateway gateway =
                    new LoopbackGateway(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), clock);
            gateway.thread.start();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Sends bytes to the client, once it is logged on; blocks while the client does not read. */
    public void send(byte[] bytes, int length) throws IOException {
        Socket socket = loggedOn.join();
        OutputStream out = socket.getOutputStream();
        synchronized (loggedOn) {
            out.write(bytes, 0, length);
        }
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            talk(socket);
        } catch (EOFException | SocketException e) {
            loggedOn.completeExceptionally(e);
        } catch (IOException e) {
            loggedOn.completeExceptionally(e);
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.skipNBytes(4);
        in.skipNBytes(in.readInt());
        answer(socket, VERSION, "20260302 15:04:05 Europe/Berlin");
        while (true) {
            String message = new String(in.readNBytes(in.readInt()), US_ASCII);
            switch (message.substring(0, message.indexOf('\0'))) {
                case START_API -> {
                    answer(socket, "15", "1", "DU9000001");
                    answer(socket, "9", "1", "1");
                    loggedOn.complete(socket);
                }
                case REQ_CURRENT_TIME ->
                    answer(socket, "49", "1", Long.toString(clock.instant().getEpochSecond()));
                default -> {
                    // Nothing else needs an answer here.
                }
            }
        }
    }

    private void answer(Socket socket, String... fields) throws IOException {
        byte[] payload = (String.join("\0", fields) + "\0").getBytes(US_ASCII);
        byte[] frame = ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
        synchronized (loggedOn) {
            socket.getOutputStream().write(frame);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (loggedOn.isDone() && !loggedOn.isCompletedExceptionally()) {
            loggedOn.join().close();
        }
    }
}
