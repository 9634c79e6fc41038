package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * A process of its own that ends every registered one when this JVM is gone. Its standard input is a pipe from here: the pipe closes when
 * the JVM ends in any way, {@code kill -9} included, where a shutdown hook would never run.
 *
 * <p>Thread-safe. After an orderly stop nothing is registered any more and the watchdog just ends.
 */
public final class Watchdog implements AutoCloseable {

    // Services get TERM and 3 s, then KILL; only then Redis TERM and PostgreSQL INT (fast shutdown), 4 s, KILL.
    private static final String SCRIPT = """
            without() { gone=$1; shift; for p in "$@"; do [ "$p" = "$gone" ] || echo "$p"; done; }
            services=; servers=; postmasters=
            while read -r verb value; do
              case $verb in
                service) services="$services $value" ;;
                server) servers="$servers $value" ;;
                postmaster) postmasters="$postmasters $value" ;;
                gone)
                  services=$(without "$value" $services)
                  servers=$(without "$value" $servers)
                  postmasters=$(without "$value" $postmasters) ;;
                done) exit 0 ;;
              esac
            done
            alive() { grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$1/status"; }
            end() {
              signal=$1; rounds=$2; shift 2
              for p in "$@"; do kill -"$signal" "$p" 2>/dev/null; done
              while [ "$rounds" -gt 0 ]; do
                left=; for p in "$@"; do if alive "$p"; then left=1; fi; done
                [ -n "$left" ] || return 0
                sleep 0.1; rounds=$((rounds-1))
              done
              for p in "$@"; do kill -KILL "$p" 2>/dev/null; done
            }
            end TERM 30 $services
            end TERM 40 $servers
            end INT 40 $postmasters
            """;

    private final Process process;
    private final OutputStream pipe;

    private Watchdog(Process process) {
        this.process = process;
        this.pipe = process.getOutputStream();
    }

    public static Watchdog start() throws IOException {
        // setsid: Ctrl-C in a terminal must not end the watchdog before its work is done.
        return new Watchdog(new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "quickstart-watchdog")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** A process that is to end before the servers do. */
    void service(long pid) throws IOException {
        say("service " + pid);
    }

    /** A process that others need until they ended. */
    void server(long pid) throws IOException {
        say("server " + pid);
    }

    /** A PostgreSQL server. */
    void postmaster(long pid) throws IOException {
        say("postmaster " + pid);
    }

    /** The process ended: its number may soon be somebody else's. */
    void gone(long pid) throws IOException {
        say("gone " + pid);
    }

    long pid() {
        return process.pid();
    }

    /** Ends the watchdog; every registered process has ended in good order. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            say("done");
        }
        pipe.close();
    }

    private synchronized void say(String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        pipe.flush();
    }
}
