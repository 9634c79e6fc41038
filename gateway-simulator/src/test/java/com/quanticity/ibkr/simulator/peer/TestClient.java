package com.quanticity.ibkr.simulator.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client with a tiny codec of its own: texts out, lists of texts in. It shares nothing with the simulator's codec, so
 * that a mistake there cannot cancel itself out here.
 */
public final class TestClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 40_000;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final List<String> hello;
    private final int version;

    private TestClient(Socket socket, String offer) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        raw("API\0".getBytes(StandardCharsets.US_ASCII));
        frame(offer.getBytes(StandardCharsets.US_ASCII));
        this.hello = next();
        this.version = Integer.parseInt(hello.getFirst());
    }

    /** Connects and agrees on a version, without START_API. */
    public static TestClient connect(int port, int most) {
        return connect(port, "v100.." + most);
    }

    public static TestClient connect(int port, String offer) {
        try {
            return new TestClient(new Socket(InetAddress.getLoopbackAddress(), port), offer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Connects, starts the session and reads the start burst. */
    public static TestClient start(GatewaySimulator simulator, int clientId) {
        return start(simulator, clientId, 200);
    }

    public static TestClient start(GatewaySimulator simulator, int clientId, int version) {
        TestClient client = connect(simulator.port(), version);
        client.send(71, 2, clientId, "");
        client.until(message -> message.getFirst().equals("4") && message.contains("2158"));
        return client;
    }

    /** The answer to the version offer. */
    public List<String> hello() {
        return hello;
    }

    public int version() {
        return version;
    }

    public void send(Object... fields) {
        String text = Stream.of(fields)
                .map(String::valueOf)
                .map(field -> field + "\0")
                .collect(Collectors.joining());
        try {
            frame(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private void frame(byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {
            (byte) (payload.length >>> 24),
            (byte) (payload.length >>> 16),
            (byte) (payload.length >>> 8),
            (byte) payload.length
        });
        frame.writeBytes(payload);
        raw(frame.toByteArray());
    }

    /** The fields of the next frame. */
    public List<String> next() {
        try {
            byte[] payload = in.readNBytes(in.readInt());
            List<String> fields =
                    new ArrayList<>(List.of(new String(payload, StandardCharsets.US_ASCII).split("\0", -1)));
            fields.removeLast();
            return fields;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads up to and with the first message that fits. */
    public List<List<String>> until(Predicate<List<String>> last) {
        List<List<String>> messages = new ArrayList<>();
        do {
            messages.add(next());
        } while (!last.test(messages.getLast()));
        return messages;
    }

    /** Reads up to and with the next message of an id. */
    public List<List<String>> untilId(int id) {
        return until(message -> message.getFirst().equals(Integer.toString(id)));
    }

    /** Everything up to the answer to a time request: all that was on its way. */
    public List<List<String>> drain() {
        send(49, 1);
        List<List<String>> messages = untilId(49);
        messages.removeLast();
        return messages;
    }

    /** Whether nothing comes for a moment. */
    public boolean isSilent() {
        try {
            socket.setSoTimeout(100);
            int first = in.read();
            throw new AssertionError("the server sent " + first);
        } catch (SocketTimeoutException silence) {
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            restoreTimeout();
        }
    }

    private void restoreTimeout() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (SocketException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Asserts that the server ends the connection, possibly after some last messages, which it returns. */
    public List<List<String>> assertClosed() {
        List<List<String>> last = new ArrayList<>();
        try {
            while (true) {
                last.add(next());
            }
        } catch (UncheckedIOException end) {
            assertThat(end.getCause()).isInstanceOfAny(EOFException.class, SocketException.class);
        }
        return last;
    }

    /** A stock order at version 200; price empty for a market order. */
    public void place(int orderId, String symbol, String action, String quantity, String limit, String tif) {
        place(orderId, symbol, action, quantity, limit.isEmpty() ? "MKT" : "LMT", limit, tif, true, "ref-" + orderId);
    }

    public void place(
            int orderId,
            String symbol,
            String action,
            String quantity,
            String type,
            String limit,
            String tif,
            boolean transmit,
            String ref) {
        send(TestOrders.placeOrder(version, orderId, symbol, action, quantity, type, limit, tif, transmit, ref));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
