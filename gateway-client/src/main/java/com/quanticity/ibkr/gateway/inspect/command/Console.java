package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintStream;

/** The three streams of a command. */
record Console(InputStream in, PrintStream out, PrintStream err) {

    /** The process's own; output is UTF-8 whatever the machine's default. */
    static Console ofProcess() {
        return new Console(System.in, new PrintStream(System.out, false, UTF_8), System.err);
    }
}
