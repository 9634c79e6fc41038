package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The writer thread and its bounded queue. What is offered before {@link #stop} is either written, or returned by it or by
 * {@link #withdraw}; nothing falls between.
 */
final class FrameWriter {

    private static final int CAPACITY = 8_192;

    private final Queue<Outbound> queue = new ArrayDeque<>();
    private final OutputStream out;
    private final Consumer<byte[]> onWritten;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;
    private boolean stopped;

    FrameWriter(String name, OutputStream out, Consumer<byte[]> onWritten, Consumer<Throwable> onFailure) {
        this.out = new BufferedOutputStream(out, 16 * 1024);
        this.onWritten = onWritten;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Handed on once, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Outbound(@Nullable GatewayRequest request, byte[] frame) {}

    void start() {
        thread.start();
    }

    /** Queues a frame that is no request of the application, such as START_API. */
    void offer(byte[] frame) {
        offer(new Outbound(null, frame));
    }

    SendOutcome offer(GatewayRequest request, byte[] frame) {
        return offer(new Outbound(request, frame));
    }

    /** Takes out what has not been begun; returns it, oldest first. */
    List<GatewayRequest> withdraw(Predicate<GatewayRequest> which) {
        List<GatewayRequest> taken = new ArrayList<>();
        synchronized (queue) {
            queue.removeIf(outbound -> {
                GatewayRequest request = outbound.request();
                boolean matches = request != null && which.test(request);
                if (matches) {
                    taken.add(request);
                }
                return matches;
            });
        }
        return taken;
    }

    /** Ends the thread; returns the requests that never reached the stream. */
    List<GatewayRequest> stop() {
        List<GatewayRequest> unsent = new ArrayList<>();
        synchronized (queue) {
            stopped = true;
            for (Outbound outbound : queue) {
                if (outbound.request() != null) {
                    unsent.add(outbound.request());
                }
            }
            queue.clear();
            queue.notifyAll();
        }
        return unsent;
    }

    private SendOutcome offer(Outbound outbound) {
        synchronized (queue) {
            if (stopped) {
                return new SendOutcome.Refused(
                        LocalRefusal.NOT_CONNECTED, "the connection is closed; wait for the next");
            }
            if (queue.size() >= CAPACITY) {
                return new SendOutcome.Refused(
                        LocalRefusal.QUEUE_FULL, CAPACITY + " frames wait for the socket; the gateway does not read");
            }
            queue.add(outbound);
            queue.notifyAll();
            return SendOutcome.ACCEPTED;
        }
    }

    private void run() {
        try {
            Outbound next = take();
            while (next != null) {
                out.write(next.frame());
                onWritten.accept(next.frame());
                next = poll();
                if (next == null) {
                    out.flush();
                    next = take();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // An Error, too: the connection would go on taking requests that nobody writes.
            onFailure.accept(e);
        }
    }

    private @Nullable Outbound poll() {
        synchronized (queue) {
            return queue.poll();
        }
    }

    /** Null when stopped. */
    private @Nullable Outbound take() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty() && !stopped) {
                queue.wait();
            }
            return queue.poll();
        }
    }
}
