package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A process of its own that ends every registered one when this JVM is gone. Its standard input is a pipe from here: the pipe closes when
 * the JVM ends in any way, {@code kill -9} included, where a shutdown hook would never run.
 *
 * <p>Thread-safe. After an orderly stop nothing is registered any more and the watchdog just ends.
 */
public final class Watchdog implements AutoCloseable {

    // Services get TERM and 3 s, then KILL; only then Redis TERM and PostgreSQL INT (fast shutdown), 4 s, KILL.
    private static final String SCRIPT = """
            services=; servers=; postmaster=
            while read -r verb value; do
              case $verb in
                service) services="$services $value" ;;
                server) servers="$servers $value" ;;
                postmaster) postmaster=$value ;;
                gone)
                  rest=; for p in $services; do [ "$p" = "$value" ] || rest="$rest $p"; done; services=$rest
                  rest=; for p in $servers; do [ "$p" = "$value" ] || rest="$rest $p"; done; servers=$rest ;;
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
            # PostgreSQL may be just starting: its pid file can appear a moment later.
            tries=0
            while [ -n "$postmaster" ] && [ "$tries" -lt 15 ]; do
              p=$(head -n 1 "$postmaster" 2>/dev/null)
              if [ -n "$p" ] && grep -qs '^postgres$' "/proc/$p/comm"; then end INT 40 "$p"; break; fi
              sleep 0.2; tries=$((tries+1))
            done
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
    public void service(long pid) throws IOException {
        say("service " + pid);
    }

    /** A process that others need until they ended. */
    public void server(long pid) throws IOException {
        say("server " + pid);
    }

    /** A PostgreSQL server whose pid stands, or will stand, in this file. */
    public void postmaster(Path pidFile) throws IOException {
        say("postmaster " + pidFile);
    }

    /** The process ended: its number may soon be somebody else's. */
    public void gone(long pid) throws IOException {
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
