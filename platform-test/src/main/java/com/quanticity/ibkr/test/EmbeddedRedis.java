package com.quanticity.ibkr.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** Redis from a Maven artifact, with an append-only file, so that a restart keeps every entry. */
final class EmbeddedRedis implements TestServer {

    private final int port = FreePort.find();
    private final Path folder;

    private @Nullable RedisServer server;
    private @Nullable Watchdog watchdog;

    EmbeddedRedis() {
        try {
            folder = Files.createTempDirectory("ibkr-test-redis-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for Redis", e);
        }
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (server != null) {
            return;
        }
        try {
            RedisServer started = build();
            started.start();
            server = started;
            watchdog = Watchdog.watch(pid(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("embedded Redis did not start on port " + port, e);
        }
    }

    @Override
    public void stop() {
        RedisServer running = server;
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("embedded Redis did not stop", e);
        }
        server = null;
        if (watchdog != null) {
            watchdog.dismiss();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private RedisServer build() throws IOException {
        return RedisServer.newRedisServer()
                .bind(host())
                .port(port)
                .setting("dir " + folder)
                .setting("pidfile " + folder.resolve("redis.pid"))
                .setting("appendonly yes")
                .setting("appendfsync no")
                .setting("save \"\"")
                .build();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip());
    }
}
