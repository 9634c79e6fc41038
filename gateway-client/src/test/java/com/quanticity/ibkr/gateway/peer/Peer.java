package com.quanticity.ibkr.gateway.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;

/** The gateway's end of one connection. Reading waits at most ten seconds. */
public final class Peer implements AutoCloseable {

    private static final int READ_MILLIS = 40_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** Reads the prelude and the version range; returns the range. */
    public String readHello() {
        try {
            byte[] prelude = in.readNBytes(4);
            if (!new String(prelude, US_ASCII).equals("API\0")) {
                throw new AssertionError("no prelude");
            }
            return new String(in.readNBytes(in.readInt()), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void answerHello(int version) {
        answerHello(version, "20260302 15:04:05 Europe/Berlin");
    }

    public void answerHello(int version, String connectionTime) {
        readHello();
        send(Integer.toString(version), connectionTime);
    }

    /** Sends one frame, each field ended by a NUL. */
    public void send(String... fields) {
        sendBytes(frame(fields));
    }

    /** The bytes of one frame, to be cut or bent. */
    public static byte[] frame(String... fields) {
        byte[] payload = (String.join("\0", fields) + "\0").getBytes(ISO_8859_1);
        byte[] frame = new byte[payload.length + 4];
        frame[0] = (byte) (payload.length >>> 24);
        frame[1] = (byte) (payload.length >>> 16);
        frame[2] = (byte) (payload.length >>> 8);
        frame[3] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 4, payload.length);
        return frame;
    }

    public void sendBytes(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields of the next message of the client. */
    public List<String> read() {
        try {
            String payload = new String(in.readNBytes(in.readInt()), ISO_8859_1);
            return List.of(payload.substring(0, payload.length() - 1).split("\0", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until a message with this id comes; returns its fields. Probes and the like are skipped. */
    public List<String> expect(String messageId) {
        List<String> message = read();
        while (!message.getFirst().equals(messageId)) {
            message = read();
        }
        return message;
    }

    /** True when the client closed its end, after whatever it still sent. */
    public boolean seesTheEnd() {
        try {
            int read = in.read();
            while (read >= 0) {
                read = in.read();
            }
            return true;
        } catch (IOException e) {
            return socket.isClosed() || e instanceof java.net.SocketException;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
