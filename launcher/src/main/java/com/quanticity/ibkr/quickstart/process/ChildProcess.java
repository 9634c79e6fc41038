package com.quanticity.ibkr.quickstart.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A child of this JVM with its output in a log file, in a session of its own so that Ctrl-C reaches the launcher alone. */
public final class ChildProcess implements Running {

    private static final int SIGNALLED = 128;
    private static final File NOTHING = new File("/dev/null");

    private final Process process;
    private final Kind kind;
    private final Watchdog watchdog;

    private ChildProcess(Process process, Kind kind, Watchdog watchdog) {
        this.process = process;
        this.kind = kind;
        this.watchdog = watchdog;
    }

    /**
     * How to start a program of this machine.
     *
     * @param command program and arguments; no secrets, other users can read them
     * @param environment added to this process's own
     */
    public static Launch launch(
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            Kind kind,
            Watchdog watchdog) {
        return () -> {
            List<String> line = new ArrayList<>();
            line.add("setsid");
            line.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(NOTHING))
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            switch (kind) {
                case SERVICE -> watchdog.service(process.pid());
                case SERVER -> watchdog.server(process.pid());
                case POSTMASTER -> watchdog.postmaster(process.pid());
            }
            return new ChildProcess(process, kind, watchdog);
        };
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        if (process.isAlive()) {
            return true;
        }
        try {
            watchdog.gone(process.pid());
        } catch (IOException e) {
            // No watchdog any more: nothing to tell. The next start says so.
            return false;
        }
        return false;
    }

    @Override
    public String ending() {
        int code = process.exitValue();
        return code > SIGNALLED ? "signal " + (code - SIGNALLED) : "exit code " + code;
    }

    @Override
    public void requestEnd() {
        switch (kind) {
            case SERVICE, SERVER -> process.destroy();
            case POSTMASTER -> interrupt();
        }
    }

    /** To PostgreSQL, TERM means "when all clients have left"; INT means now, in good order. */
    private void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    /** When and how it is ended. */
    public enum Kind {
        /** First. */
        SERVICE,
        /** When no service needs it any more. */
        SERVER,
        /** A PostgreSQL server: last, and with the signal it wants. */
        POSTMASTER
    }
}
