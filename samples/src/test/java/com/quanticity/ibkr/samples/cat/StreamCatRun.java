package com.quanticity.ibkr.samples.cat;

import java.io.PrintStream;

/** Opens the command to tests of other packages. */
public final class StreamCatRun {

    private StreamCatRun() {}

    public static int run(PrintStream out, String... arguments) {
        return StreamCat.run(out, arguments);
    }
}
