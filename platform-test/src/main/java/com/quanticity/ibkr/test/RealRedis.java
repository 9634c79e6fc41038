package com.quanticity.ibkr.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The Redis of this test run: one server for the whole JVM, started on first use, without a password.
 *
 * <p>{@link #stop} and {@link #start} play an outage: same port, data kept. A test that stops it starts it again in its clean-up.
 *
 * <p>This class is thread-safe.
 */
public final class RealRedis {

    private static final int PORT_IN_CONTAINER = 6379;

    /** A busy machine with slow disks needs seconds to empty it. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private static final class Holder {
        static final TestServer SERVER = create();
    }

    private RealRedis() {}

    public static String host() {
        return Holder.SERVER.host();
    }

    public static int port() {
        return Holder.SERVER.port();
    }

    /** {@code redis://host:port}. */
    public static String uri() {
        return "redis://" + host() + ":" + port();
    }

    /**
     * Empties Redis, declares a first start and sets {@code spring.data.redis.host} and {@code .port}; call it in a
     * {@code @DynamicPropertySource}.
     */
    public static void register(DynamicPropertyRegistry registry) {
        flush();
        declareFirstStart("");
        registry.add("spring.data.redis.host", RealRedis::host);
        registry.add("spring.data.redis.port", RealRedis::port);
    }

    /**
     * Says that no process can hold a client id under this prefix. Without it the first session on an empty Redis waits some seconds,
     * because an emptied Redis may have forgotten a holder.
     */
    public static void declareFirstStart(String prefix) {
        expect("SET " + prefix + "ib:lease:born first-start", "+OK");
    }

    /** Removes every key of every database. */
    public static void flush() {
        expect("FLUSHALL", "+OK");
    }

    /** Takes Redis away; returns when it is gone. */
    public static synchronized void stop() {
        Holder.SERVER.stop();
    }

    /** Brings Redis back on the same port with its data; returns when it answers. */
    public static synchronized void start() {
        Holder.SERVER.start();
        Patience.until("Redis answers", () -> expect("PING", "+PONG"));
    }

    public static synchronized boolean isRunning() {
        return Holder.SERVER.isRunning();
    }

    private static TestServer create() {
        TestServer server = LocalImages.firstOf("redis:8", "redis:7")
                .<TestServer>map(
                        image -> new ContainerServer(image, PORT_IN_CONTAINER, Map.of(), Wait.forListeningPort()))
                .orElseGet(EmbeddedRedis::new);
        server.start();
        return server;
    }

    private static void expect(String command, String answer) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (!answer.equals(line)) {
                throw new IOException("Redis answered '" + line + "' to " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command + " failed: is the test Redis stopped? Call RealRedis.start().", e);
        }
    }
}
