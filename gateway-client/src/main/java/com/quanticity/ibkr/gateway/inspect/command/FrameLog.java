package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Between the threads that relay and the one that prints: bounded, and never waited for, because a terminal that stands still must not
 * hold up an order. What does not fit is counted and told.
 */
final class FrameLog implements AutoCloseable {

    private static final int CAPACITY = 100_000;
    private static final long FLUSH_MILLIS = 50;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Sink sink;
    private final Thread thread;
    private volatile boolean closed;

    FrameLog(Sink sink) {
        this.sink = sink;
        this.thread = Thread.ofPlatform().name("wire-proxy-log").daemon().start(this::run);
    }

    /** Where frames and remarks go, on the log's one thread. */
    interface Sink {
        void frame(long connection, CapturedFrame frame);

        void remark(long connection, String text);

        /** Called when nothing waits. */
        void flush();
    }

    /** Either a frame or a remark. */
    private record Entry(
            long connection,
            @Nullable CapturedFrame frame,
            @Nullable String remark) {}

    void frame(long connection, CapturedFrame frame) {
        int bytes = frame.bytes().length;
        if (waitingBytes.addAndGet(bytes) > MOST_BYTES || !queue.offer(new Entry(connection, frame, null))) {
            waitingBytes.addAndGet(-bytes);
            dropped.incrementAndGet();
        }
    }

    void remark(long connection, String text) {
        if (!queue.offer(new Entry(connection, null, text))) {
            dropped.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                Entry entry = queue.poll(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                if (entry == null) {
                    sink.flush();
                } else {
                    write(entry);
                }
            }
            sink.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Entry entry) {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            sink.remark(entry.connection(), lost + " frames not shown: output is too slow");
        }
        if (entry.frame() != null) {
            waitingBytes.addAndGet(-entry.frame().bytes().length);
            sink.frame(entry.connection(), entry.frame());
        }
        if (entry.remark() != null) {
            sink.remark(entry.connection(), entry.remark());
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
