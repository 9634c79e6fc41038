package com.quanticity.ibkr.quickstart.server;

import com.quanticity.ibkr.quickstart.process.Running;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A started PostgreSQL. It is no child of this JVM: {@code pg_ctl} starts it and leaves. */
final class PostgresProcess implements Running {

    private final EmbeddedPostgres server;
    private final long pid;

    PostgresProcess(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean isAlive() {
        try {
            // Where nobody collects dead orphans they stay as zombies: neither alive nor gone.
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .noneMatch(line -> line.startsWith("State:") && (line.contains("Z") || line.contains("X")));
        } catch (IOException e) {
            release();
            return false;
        }
    }

    @Override
    public String ending() {
        return "process " + pid + " is gone";
    }

    @Override
    public void requestEnd() {
        release();
    }

    @Override
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops the server when it still runs, and gives the library's lock on the data folder back either way. */
    private void release() {
        try {
            server.close();
        } catch (IOException e) {
            kill();
        }
    }
}
