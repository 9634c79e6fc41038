package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher in miniature, to be killed: starts a child that ignores TERM and one that does not, writes their pids, waits. */
final class AbandonedParent {

    private AbandonedParent() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Watchdog watchdog = Watchdog.start();
        Process service = new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 1; done").start();
        Process server = new ProcessBuilder("sleep", "300").start();
        watchdog.service(service.pid());
        watchdog.server(server.pid());
        Path pids = Path.of(arguments[0]);
        Path unfinished = pids.resolveSibling("unfinished");
        Files.writeString(unfinished, service.pid() + "\n" + server.pid() + "\n" + watchdog.pid() + "\n");
        Files.move(unfinished, pids);
        new CountDownLatch(1).await();
    }
}
