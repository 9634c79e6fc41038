package com.quanticity.ibkr.simulator.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Frames on their way to one client: the event loop puts them in, the writer thread sends them. */
final class Outbox {

    /** A client that leaves so much unread is not coming back. */
    private static final long LIMIT_BYTES = 64L * 1024 * 1024;

    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final PauseGate gate;
    private final IntSupplier chunkBytes;

    /**
     * An empty outbox.
     *
     * @param chunkBytes how many bytes a write may have, 0 for any number
     */
    Outbox(PauseGate gate, IntSupplier chunkBytes) {
        this.gate = gate;
        this.chunkBytes = chunkBytes;
    }

    /** Queues a frame; false when the client has left too much unread. */
    boolean offer(byte[] frame) {
        frames.add(frame);
        return queuedBytes.addAndGet(frame.length) <= LIMIT_BYTES;
    }

    /** Lets the writer end once everything queued is sent: the empty frame is the last. */
    void finish() {
        frames.add(new byte[0]);
    }

    int queued() {
        return frames.size();
    }

    /** Sends until finished. Called on the writer thread. */
    void sendTo(OutputStream socket) throws IOException, InterruptedException {
        BufferedOutputStream out = new BufferedOutputStream(socket, 16 * 1024);
        while (true) {
            byte[] frame = frames.take();
            gate.await();
            if (frame.length == 0) {
                out.flush();
                return;
            }
            write(out, frame);
            queuedBytes.addAndGet(-frame.length);
            if (frames.isEmpty()) {
                out.flush();
            }
        }
    }

    private void write(OutputStream out, byte[] frame) throws IOException {
        int chunk = chunkBytes.getAsInt();
        if (chunk == 0) {
            out.write(frame);
            return;
        }
        for (int start = 0; start < frame.length; start += chunk) {
            out.write(frame, start, Math.min(chunk, frame.length - start));
            out.flush();
        }
    }
}
