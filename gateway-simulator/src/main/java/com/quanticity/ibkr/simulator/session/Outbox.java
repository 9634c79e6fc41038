package com.quanticity.ibkr.simulator.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Frames on their way to one client: the event loop puts them in, the writer thread sends them. */
final class Outbox {

    /** A client that leaves so much unread is not coming back. */
    private static final long LIMIT_BYTES = 64L * 1024 * 1024;

    /** A market that waits for its clients does so from here on … */
    private static final long FULL_BYTES = 1024 * 1024;

    /** … and goes on from here. */
    private static final long DRAINED_BYTES = 128 * 1024;

    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final PauseGate gate;
    private final IntSupplier chunkBytes;
    private final Backlog backlog;
    private final AtomicBoolean isFull = new AtomicBoolean();
    private volatile boolean isOver;

    /**
     * An empty outbox.
     *
     * @param chunkBytes how many bytes a write may have, 0 for any number
     * @param backlog hears when much is left unread, and when it is gone
     */
    Outbox(PauseGate gate, IntSupplier chunkBytes, Backlog backlog) {
        this.gate = gate;
        this.chunkBytes = chunkBytes;
        this.backlog = backlog;
    }

    /** Queues a frame; false when the client has left too much unread. */
    boolean offer(byte[] frame) {
        frames.add(frame);
        long queued = queuedBytes.addAndGet(frame.length);
        if (queued > FULL_BYTES && isFull.compareAndSet(false, true)) {
            backlog.onFull();
            if (isOver) {
                drained();
            }
        }
        return queued <= LIMIT_BYTES;
    }

    private void drained() {
        if (isFull.compareAndSet(true, false)) {
            backlog.onDrained();
        }
    }

    /** Nothing is sent any more: whatever is left does not count. */
    void end() {
        isOver = true;
        drained();
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
            if (queuedBytes.addAndGet(-frame.length) < DRAINED_BYTES) {
                drained();
            }
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
