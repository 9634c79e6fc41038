package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client's connection through the proxy: a thread for each direction. */
final class ProxiedConnection {

    private static final int PIECE = 64 * 1024;
    private static final int PREFIX = Integer.BYTES;
    private static final int DIRECTIONS = 2;

    private final long number;
    private final Socket client;
    private final Socket gateway;
    private final @Nullable Integer maxVersion;
    private final Clock clock;
    private final FrameLog log;
    private final Consumer<ProxiedConnection> onEnd;
    private final AtomicInteger running = new AtomicInteger(DIRECTIONS);
    private final AtomicBoolean closed = new AtomicBoolean();
    /** 0 until the gateway has said it; written by the thread that reads the gateway. */
    private volatile int version;

    ProxiedConnection(
            long number,
            Socket client,
            Socket gateway,
            @Nullable Integer maxVersion,
            Clock clock,
            FrameLog log,
            Consumer<ProxiedConnection> onEnd) {
        this.number = number;
        this.client = client;
        this.gateway = gateway;
        this.maxVersion = maxVersion;
        this.clock = clock;
        this.log = log;
        this.onEnd = onEnd;
    }

    void start() {
        log.remark(number, "client " + client.getRemoteSocketAddress() + " connected");
        startThread("out", this::clientToGateway);
        startThread("in", this::gatewayToClient);
    }

    private void startThread(String direction, Runnable work) {
        Thread.ofPlatform()
                .name("wire-proxy-" + number + "-" + direction)
                .daemon()
                .start(work);
    }

    private void clientToGateway() {
        Observer observer = new Observer(Direction.OUT);
        try {
            client.setTcpNoDelay(true);
            gateway.setTcpNoDelay(true);
            if (maxVersion != null) {
                byte[] hello = VersionRange.limit(client.getInputStream(), maxVersion);
                observer.saw(hello, hello.length);
                gateway.getOutputStream().write(hello);
            }
            pump(client.getInputStream(), gateway.getOutputStream(), observer);
            gateway.shutdownOutput();
            ended("client ended");
        } catch (IOException e) {
            failed("client side: " + e.getMessage());
        }
    }

    private void gatewayToClient() {
        try {
            pump(gateway.getInputStream(), client.getOutputStream(), new Observer(Direction.IN));
            client.shutdownOutput();
            ended("gateway ended");
        } catch (IOException e) {
            failed("gateway side: " + e.getMessage());
        }
    }

    /** What passes is seen first: an answer to it must not be logged before it, nor under a version that it tells. */
    private static void pump(InputStream from, OutputStream to, Observer observer) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            observer.saw(piece, count);
            to.write(piece, 0, count);
        }
    }

    /** One side has nothing more to say; the other may still. */
    private void ended(String what) {
        if (!closed.get()) {
            log.remark(number, what);
        }
        if (running.decrementAndGet() == 0) {
            close();
        }
    }

    private void failed(String what) {
        if (!closed.get()) {
            log.remark(number, what);
        }
        close();
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            onEnd.accept(this);
            closeQuietly(client);
            closeQuietly(gateway);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is gone either way.
            return;
        }
    }

    /** Cuts what passes into frames; gives up, and the relay goes on, when they cannot be followed. */
    private final class Observer {

        private final Direction direction;
        private final FrameSplitter splitter = new FrameSplitter(this::frame);
        private boolean lost;

        Observer(Direction direction) {
            this.direction = direction;
        }

        void saw(byte[] bytes, int length) {
            if (lost) {
                return;
            }
            try {
                splitter.accept(bytes, length);
            } catch (FrameLengthException e) {
                lost = true;
                log.remark(number, direction + " cannot be followed any further: " + e.getMessage());
            }
        }

        private void frame(byte[] frame) {
            int before = version;
            if (direction == Direction.IN && before == 0) {
                Handshake.readAck(frame, PREFIX, frame.length).ifPresent(ack -> version = ack.serverVersion());
            }
            boolean hello = FrameSplitter.startsWithPrelude(frame);
            log.frame(number, new CapturedFrame(clock.instant(), direction, hello ? 0 : before, frame));
        }
    }
}
