package com.quanticity.ibkr.benchmarks.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * One client with one line for each symbol and a codec of its own. Its reader thread notes for each line which rows came; the
 * figures may be read when {@link #end()} is reached.
 */
final class LoadClient implements AutoCloseable {

    private static final int TICK_PRICE = 1;
    private static final int BID = 1;
    private static final int NONE = -1;
    private static final long NANOS_BETWEEN_REQUESTS = 25_000_000L;

    private final int clientId;
    private final int lastRow;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final int[] firstRows;
    private final int[] rows;
    private final CountDownLatch end;
    private final Lateness lateness;
    private long wrong;
    private long tickPrices;

    LoadClient(int port, int clientId, LoadTape tape, Lateness lateness) throws IOException {
        this.clientId = clientId;
        this.lastRow = tape.lastRow();
        this.lateness = lateness;
        this.firstRows = filled(tape.symbols());
        this.rows = filled(tape.symbols());
        this.end = new CountDownLatch(tape.symbols());
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        this.out = socket.getOutputStream();
        out.write("API\0".getBytes(StandardCharsets.US_ASCII));
        frame("v100..200");
        in.readNBytes(in.readInt());
        frame("71\0" + "2\0" + clientId + "\0\0");
        Thread.ofPlatform().name("load-client-" + clientId).daemon().start(this::read);
    }

    private static int[] filled(int size) {
        int[] values = new int[size];
        Arrays.fill(values, NONE);
        return values;
    }

    /** Opens a line for each symbol, slowly enough for the gateway's message limit; the request id is its number. */
    void subscribe(List<String> symbols) throws IOException {
        for (int i = 0; i < symbols.size(); i++) {
            frame("1\0" + "11\0" + i + "\0" + "0\0" + symbols.get(i) + "\0STK\0\0" + "0.0\0\0\0SMART\0\0USD\0\0\0"
                    + "0\0\0" + "0\0" + "0\0\0");
            LockSupport.parkNanos(NANOS_BETWEEN_REQUESTS);
        }
    }

    private void frame(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            frame.write(payload.length >>> shift);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
    }

    private void read() {
        try {
            while (end.getCount() > 0) {
                onFrame(in.readNBytes(in.readInt()));
            }
        } catch (IOException gone) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException("client " + clientId + " lost its connection", gone);
            }
        }
    }

    private void onFrame(byte[] payload) {
        if (payload[0] != '0' + TICK_PRICE || payload[1] != 0) {
            return;
        }
        tickPrices++;
        Numbers numbers = new Numbers(payload);
        numbers.skip(2);
        int line = numbers.next();
        if (numbers.next() == BID) {
            onRow(line, numbers.nextCents() - LoadTape.FIRST_CENTS);
        }
    }

    private void onRow(int line, int row) {
        if (rows[line] == NONE) {
            firstRows[line] = row;
        } else if (row != rows[line] + 1) {
            wrong++;
        }
        rows[line] = row;
        lateness.note(line, row);
        if (row == lastRow) {
            end.countDown();
        }
    }

    /** Reached when every line has its last row. */
    CountDownLatch end() {
        return end;
    }

    int clientId() {
        return clientId;
    }

    /** Rows that came after the first one. */
    int rowsAfterFirst(int line) {
        return rows[line] - firstRows[line];
    }

    /** Rows that did not follow their predecessor: lost, doubled or out of turn. */
    long wrong() {
        return wrong;
    }

    /** Price frames of all lines, the initial states and asks among them. */
    long tickPrices() {
        return tickPrices;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Reads numbers off the fields of a frame. */
    private static final class Numbers {

        private final byte[] payload;
        private int position;

        Numbers(byte[] payload) {
            this.payload = payload;
        }

        void skip(int fields) {
            for (int i = 0; i < fields; i++) {
                next();
            }
        }

        int next() {
            int value = 0;
            while (payload[position] != 0) {
                value = value * 10 + payload[position++] - '0';
            }
            position++;
            return value;
        }

        /** A price with up to two decimals. */
        int nextCents() {
            int value = 0;
            int missing = 2;
            boolean afterPoint = false;
            for (; payload[position] != 0; position++) {
                if (payload[position] == '.') {
                    afterPoint = true;
                } else {
                    value = value * 10 + payload[position] - '0';
                    missing -= afterPoint ? 1 : 0;
                }
            }
            position++;
            return missing == 0 ? value : value * (missing == 1 ? 10 : 100);
        }
    }
}
