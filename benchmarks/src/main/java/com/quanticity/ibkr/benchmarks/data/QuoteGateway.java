package com.quanticity.ibkr.benchmarks.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.quanticity.ibkr.benchmarks.frames.WireText;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * As much of a gateway as the adapter needs to become READY and to subscribe stocks, and then a stream of bid sizes, each the number of
 * its tick, so that a consumer knows which tick it sees. Its few lines of codec are its own.
 */
final class QuoteGateway implements AutoCloseable {

    private static final int FIRST_CONTRACT_ID = 1_000;

    private final ServerSocket server;
    private final Clock clock;
    private final Map<String, Integer> contractIds = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> subscriptions = new ConcurrentLinkedQueue<>();
    private final CountDownLatch subscribed;
    private volatile @Nullable Socket client;

    private QuoteGateway(ServerSocket server, Clock clock, int symbols) {
        this.server = server;
        this.clock = clock;
        this.subscribed = new CountDownLatch(symbols);
    }

    static QuoteGateway start(Clock clock, int symbols) throws IOException {
        QuoteGateway gateway =
                new QuoteGateway(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), clock, symbols);
        Thread.ofPlatform().name("quote-gateway").daemon().start(gateway::serve);
        return gateway;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until every symbol is subscribed; returns the request ids. */
    List<Integer> awaitSubscriptions() throws InterruptedException {
        subscribed.await();
        return List.copyOf(subscriptions);
    }

    OutputStream out() throws IOException {
        Socket socket = client;
        if (socket == null) {
            throw new IOException("no client is connected");
        }
        return socket.getOutputStream();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                client = socket;
                talk(socket);
            } catch (EOFException | SocketException e) {
                client = null; // gone; the next one may come
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.skipNBytes(4);
        in.skipNBytes(in.readInt());
        answer(socket, "199", "20260302 15:04:05 US/Eastern");
        while (true) {
            String[] message = new String(in.readNBytes(in.readInt()), US_ASCII).split("\0", -1);
            handle(socket, message);
        }
    }

    private void handle(Socket socket, String[] message) throws IOException {
        switch (message[0]) {
            case "71" -> {
                answer(socket, "15", "1", "DU9000001");
                answer(socket, "9", "1", "1");
            }
            case "17" -> answer(socket, "15", "1", "DU9000001");
            case "8" -> answer(socket, "9", "1", "1");
            case "49" -> answer(socket, "49", "1", Long.toString(clock.instant().getEpochSecond()));
            case "5", "16" -> answer(socket, "53", "1");
            case "99" -> answer(socket, "102");
            case "7" -> answer(socket, "55", "1", message[2]);
            case "61" -> answer(socket, "62", "1");
            case "9" -> contract(socket, message);
            case "1" -> subscribe(socket, Integer.parseInt(message[2]));
            default -> {
                // Nothing else needs an answer here.
            }
        }
    }

    /** Message 9: version, reqId, conId, symbol, ... */
    private void contract(Socket socket, String[] message) throws IOException {
        String symbol = message[4].isEmpty() ? symbolOf(Integer.parseInt(message[3])) : message[4];
        String[] details = WireText.fieldsOf("CONTRACT_DATA:stock");
        details[1] = message[2];
        details[2] = symbol;
        details[10] = symbol;
        details[13] =
                Integer.toString(contractIds.computeIfAbsent(symbol, _ -> FIRST_CONTRACT_ID + contractIds.size()));
        answer(socket, details);
        answer(socket, "52", "1", message[2]);
    }

    private String symbolOf(int contractId) {
        return contractIds.entrySet().stream()
                .filter(entry -> entry.getValue() == contractId)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("SPY");
    }

    private void subscribe(Socket socket, int requestId) throws IOException {
        subscriptions.add(requestId);
        answer(socket, "58", "1", Integer.toString(requestId), "1");
        answer(socket, "1", "6", Integer.toString(requestId), "1", "168.40", "0", "0");
        subscribed.countDown();
    }

    /** Frame of TICK_SIZE with bid size {@code size}. */
    static void bidSize(ByteArrayOutputStream frames, int requestId, long size) {
        byte[] payload = ("2\0006\000" + requestId + "\0000\000" + size + "\000").getBytes(US_ASCII);
        frames.write(0);
        frames.write(0);
        frames.write(payload.length >>> 8);
        frames.write(payload.length);
        frames.writeBytes(payload);
    }

    private static void answer(Socket socket, String... fields) throws IOException {
        List<String> all = new ArrayList<>(List.of(fields));
        if (all.getLast().isEmpty()) {
            all.removeLast();
        }
        byte[] payload = (String.join("\0", all) + "\0").getBytes(US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 4);
        frame.write(0);
        frame.write(0);
        frame.write(payload.length >>> 8);
        frame.write(payload.length);
        frame.writeBytes(payload);
        OutputStream out = socket.getOutputStream();
        synchronized (socket) {
            out.write(frame.toByteArray());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket socket = client;
        if (socket != null) {
            socket.close();
        }
    }
}
