package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.process.ChildProcess;
import com.quanticity.ibkr.quickstart.process.Component;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis on the loopback address with an append-only file: at most the last second is lost when the machine dies. */
public final class RedisServer {

    public static final String NAME = "redis";

    private static final String VERSION = "6.2";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private RedisServer() {}

    public static Component component(Folders folders, int port, Watchdog watchdog) throws CannotStartException {
        List<String> command = List.of(
                executable(folders.servers()).toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folders.redis().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "");
        Path log = folders.log(NAME);
        return new Component(
                NAME,
                URI.create("redis://127.0.0.1:" + port),
                log,
                ChildProcess.launch(command, Map.of(), folders.redis(), log, ChildProcess.Kind.SERVER, watchdog),
                () -> new RedisConnection(port).isReady(),
                START_LIMIT);
    }

    private static Path executable(Path folder) throws CannotStartException {
        try {
            Path unpacked = folder.resolve("redis-" + VERSION);
            if (Files.notExists(unpacked)) {
                unpack(unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new CannotStartException("cannot unpack Redis into " + folder + " (" + e + "): free some space", e);
        }
    }

    /** Moved into place when it is complete: another run may be starting, or already run, the same file. */
    private static void unpack(Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished-");
        try {
            Path program = ExecutableProvider.newJarResourceProvider(unfinished.toFile())
                    .get()
                    .toPath();
            Files.move(program, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(unfinished);
        }
    }
}
