package com.quanticity.ibkr.test;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends a server process and removes its folder when this JVM is gone. The pipe to the watchdog's standard input closes when the JVM dies
 * in any way, {@code kill -9} included; shutdown hooks would miss that.
 */
final class Watchdog {

    private static final String SCRIPT = """
            cat >/dev/null
            kill -INT "$1" 2>/dev/null
            i=0
            while [ $i -lt 50 ] && grep -qs '^State:[[:space:]]*[^Z]' "/proc/$1/status"; do sleep 0.1; i=$((i+1)); done
            kill -KILL "$1" 2>/dev/null
            rm -rf "$2"
            """;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    static Watchdog watch(long pid, Path folder) throws IOException {
        // setsid: Ctrl-C in a terminal must not end the watchdog before its work is done.
        Process process = new ProcessBuilder(
                        "setsid", "sh", "-c", SCRIPT, "watchdog", Long.toString(pid), folder.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new Watchdog(process);
    }

    /** The server ended on our request: nothing is left to watch, the folder stays. */
    void dismiss() {
        process.destroyForcibly();
    }
}
